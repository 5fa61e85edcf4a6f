import { render } from "react-email";
import {
  isMailKind,
  mailKinds,
  mailTemplates,
  type MailKind,
  type MailProps,
  type MailTemplate,
} from "../../emails/kinds";
import { letterText } from "../../emails/letter-text";
import type { OwnWords } from "~/domain/mail-words";
import type { LetterDay } from "../../emails/letter";
import { fillOwnWords } from "../../emails/own-words";
import { samples } from "../../emails/samples";

export type RenderedMail = {
  subject: string;
  html: string;
  text: string;
  /** What goes with it as a calendar file, where there is anything. */
  days: LetterDay[];
  /** Where mail programs stop mails of this sort by a POST. */
  unsubscribe?: string;
};

/**
 * A mail of one kind, ready to be kept in the outbox: its subject, and the
 * same content as HTML and as plain text. Depends on nothing but the props, so
 * that it can be rendered again with the same result.
 */
export async function renderMail<Kind extends MailKind>(
  kind: Kind,
  facts: MailProps[Kind],
): Promise<RenderedMail> {
  const template: MailTemplate<MailProps[Kind]> = mailTemplates[kind];
  const { own } = facts;
  const props = own ? { ...facts, own: fillOwnWords(kind, facts, own) } : facts;
  return {
    subject: template.subject(props),
    html: await render(template.default(props)),
    text: letterText(template.letter(props), props),
    days: template.days?.(props) ?? [],
  };
}

/** A mail of one kind made from its sample; null when there is no such kind. */
export async function renderSample(
  kind: string,
  own: OwnWords,
): Promise<RenderedMail | null> {
  return isMailKind(kind) ? renderMail(kind, { ...samples[kind], own }) : null;
}

/** Every kind of mail with the subject of its sample. */
export function listSamples(): { kind: MailKind; subject: string }[] {
  return mailKinds.map((kind) => ({ kind, subject: sampleSubject(kind) }));
}

function sampleSubject<Kind extends MailKind>(kind: Kind): string {
  const template: MailTemplate<MailProps[Kind]> = mailTemplates[kind];
  return template.subject(samples[kind]);
}
