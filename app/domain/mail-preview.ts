/** A mail as it would leave now, without a reader. */
export type MailPreview = {
  subject: string;
  html: string;
  text: string;
  /** The calendar file that goes with it, RFC 5545; null where none does. */
  calendar: string | null;
};

/** Where a preview takes its facts from: invented ones, or the last mail of that kind. */
export const previewSources = ["sample", "desk"] as const;
export type PreviewSource = (typeof previewSources)[number];

export type PreviewMail = (
  kind: string,
  source: PreviewSource,
  viewerId: string,
) => Promise<MailPreview | null>;

/** What every template makes of its sample: the kinds in order, each with its subject. */
export type ListMailTemplates = () => { kind: string; subject: string }[];
