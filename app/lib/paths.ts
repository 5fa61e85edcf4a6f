import { segment, withQuery } from "./address-parts";
import { apiPaths } from "./api-paths";
import { datePaths } from "./date-paths";

type PageFilterName = "state" | "kind" | "owner" | "q" | "from";

/** What an editor does about a reviewer who is waited for. */
export const waitingActs = ["remind", "stand-in", "extend"] as const;
export type WaitingAct = (typeof waitingActs)[number];

/**
 * Every address of ours, built in one place. The public ones are promises to
 * readers and other programs: add freely, change never.
 */
export const paths = {
  ...datePaths,
  ...apiPaths,
  /** The list for readers, from the page after the one at an address. */
  home: (after?: string) => withQuery("/", { after }),
  page: (slug: string) => `/pages/${segment(slug)}`,
  pageHistory: (slug: string) => `/pages/${segment(slug)}/history`,
  pageVersion: (slug: string, number: number) =>
    `/pages/${segment(slug)}/v/${String(number)}`,
  reportMistake: (slug: string, isSent = false) =>
    `/pages/${segment(slug)}/report${isSent ? "?sent=1" : ""}`,
  /** The page as the public saw it on a day, "2026-03-01". */
  pageOn: (slug: string, day: string) =>
    `/pages/${segment(slug)}/on/${segment(day)}`,
  pageStatusImage: (slug: string) => `/pages/${segment(slug)}/status.svg`,
  verify: () => "/verify",
  gene: (symbol: string) => `/genes/${segment(symbol)}`,
  search: (query?: string) => withQuery("/search", { q: query }),
  atomFeed: () => "/feed.atom",
  jsonFeed: () => "/feed.json",
  export: () => "/export.jsonl",
  reviewDates: () => "/review-dates.json",
  /** An image of a page, as long as readers are shown a text that names it. */
  figure: (sha256: string) => `/figures/${segment(sha256)}`,
  sitemap: () => "/sitemap.xml",
  calendar: (token: string) => `/calendar/${segment(token)}.ics`,

  signIn: (to?: string) => withQuery("/sign-in", { to }),
  /** For the layer over the editor; answers in JSON. */
  signInPlace: () => "/sign-in.json",
  signOut: () => "/sign-out",
  setUp: (token?: string) => withQuery("/set-up", { token }),
  /** An outside expert's link, what it opens, and their certificate. */
  outside: (token: string) => `/outside/${segment(token)}`,
  outsideReview: (done?: string) => withQuery("/outside/review", { done }),
  outsideCertificate: () => "/outside/certificate",
  reviewsDone: (year?: number) =>
    withQuery("/desk/reviews/done", { year: year?.toString() }),
  invitation: (token: string) => `/invitation/${segment(token)}`,
  /** One request to review, for whoever has the link of its mail. */
  reviewRequest: (token: string) => `/review-request/${segment(token)}`,
  /** The demo desk only: see it as somebody else. */
  seeItAs: () => "/see-it-as",

  desk: () => "/desk",
  /** One act about one reviewer who is waited for. */
  waiting: (assignmentId: string, act: WaitingAct) =>
    `/desk/assignments/${segment(assignmentId)}/${act}`,
  /** Asks for many empty seats at once; an expertise narrows the list. */
  assignMany: (only: { expertise?: string; ticked?: "all" } = {}) =>
    withQuery("/desk/assign", only),
  /** Puts one matter of a page away for some days. */
  snooze: (slug: string, need: string) =>
    withQuery(`/desk/pages/${segment(slug)}/snooze`, { need }),
  stopDigests: (key: string) => `/stop-digests/${segment(key)}`,
  notifications: () => "/desk/notifications",
  engine: () => "/desk/engine",
  mailbox: (page?: number) =>
    withQuery("/desk/mailbox", {
      page: page === undefined ? undefined : String(page),
    }),
  mail: (id: string) => `/desk/mailbox/${segment(id)}`,
  mailHtml: (id: string) => `/desk/mailbox/${segment(id)}/html`,
  /** What the desk tells this person, and the calendars that go with it. */
  inbox: (only: { show?: "unread" } = {}) => withQuery("/desk/inbox", only),
  calendars: (done?: string) => withQuery("/desk/calendars", { done }),
  webhooks: () => "/desk/admin/webhooks",
  /** Every mail as it would leave now, for those who answer for them. */
  mailTemplates: () => "/desk/admin/mail",
  mailTemplate: (kind: string, from?: string, done?: string) =>
    withQuery(`/desk/admin/mail/${segment(kind)}`, { from, done }),
  mailTemplateHtml: (kind: string, from: string) =>
    withQuery(`/desk/admin/mail/${segment(kind)}/html`, { from }),
  collections: () => "/desk/collections",
  /** Reusable texts: disclaimers and notices on the use of AI. */
  reusables: () => "/desk/components",
  reusable: (slug: string) => `/desk/components/${segment(slug)}`,
  people: (only: { query?: string; page?: number } = {}) =>
    withQuery("/desk/people", {
      q: only.query || undefined,
      page: only.page?.toString(),
    }),
  person: (id: string) => `/desk/people/${segment(id)}`,
  /** When somebody is away, and who stands in. */
  absence: (id: string) => `/desk/people/${segment(id)}/absence`,
  /** What somebody holds and where it goes when their account is switched off. */
  leave: (id: string) => `/desk/people/${segment(id)}/leave`,
  noReviewerOrOwner: (of?: "mine") =>
    withQuery("/desk/reports/no-reviewer-or-owner", { of }),
  editPerson: (id: string) => `/desk/people/${segment(id)}/edit`,
  /** With whom to invite, where somebody proposed them. */
  invite: (whom: { name?: string; email?: string; expertise?: string } = {}) =>
    withQuery("/desk/people/invite", {
      name: whom.name,
      email: whom.email,
      expertise: whom.expertise,
    }),
  interests: () => "/desk/interests",
  /** Review rules: of every kind of page, or of one. */
  rules: () => "/desk/rules",
  rulesOf: (kind: string, done?: string) =>
    withQuery(`/desk/rules/${segment(kind)}`, { done }),
  deskSettings: () => "/desk/settings",
  /** The record of acts just before or after an entry, of one act only. */
  audit: (
    only: { before?: number; after?: number; act?: string | null } = {},
  ) =>
    withQuery("/desk/audit", {
      act: only.act ?? undefined,
      before: only.before?.toString(),
      after: only.after?.toString(),
    }),
  importFiles: () => "/desk/import",

  pages: (filter: Partial<Record<PageFilterName, unknown>> = {}) =>
    withQuery(
      "/desk/pages",
      Object.fromEntries(
        Object.entries(filter).map(([name, value]) => [
          name,
          value ? String(value) : undefined,
        ]),
      ),
    ),
  newPage: () => "/desk/pages/new",
  deskPage: (slug: string) => `/desk/pages/${segment(slug)}`,
  /** One screen or act of a page, such as "write", "credits" or "submit". */
  deskPageAct: (slug: string, act: string) =>
    `/desk/pages/${segment(slug)}/${segment(act)}`,
  deskVersion: (slug: string, versionId: string) =>
    `/desk/pages/${segment(slug)}/versions/${segment(versionId)}`,
  /** What differs between two texts of a page; each a number, "draft" and the like. */
  compare: (
    slug: string,
    texts: { from?: string; to?: string; show?: "whole" } = {},
  ) => withQuery(`/desk/pages/${segment(slug)}/compare`, texts),
  /** Where the editor sends what was typed; answers in JSON. */
  saveDraft: (slug: string, line: "main" | "correction") =>
    withQuery(`/desk/pages/${segment(slug)}/save-draft`, { line }),
  /** Who writes in a draft now; answers in JSON. */
  pen: (slug: string, line: "main" | "correction") =>
    withQuery(`/desk/pages/${segment(slug)}/pen`, { line }),
  /** The draft to read, without the editor. */
  readDraft: (slug: string) =>
    withQuery(`/desk/pages/${segment(slug)}/write`, { view: "read" }),
  /** A Word file into a draft, looked at first. */
  wordFile: (slug: string) => `/desk/pages/${segment(slug)}/word`,
  draftWordFile: (slug: string) => `/desk/pages/${segment(slug)}/draft.docx`,
  versionWordFile: (slug: string, versionId: string) =>
    `/desk/pages/${segment(slug)}/versions/${segment(versionId)}/version.docx`,
  /** What people suggest for a draft, to be decided; `done` says what was done before. */
  suggestions: (slug: string, done?: string) =>
    withQuery(`/desk/pages/${segment(slug)}/suggestions`, { done }),
  /** What others suggest, for the text that is being written; answers in JSON. */
  openSuggestions: (slug: string) =>
    `/desk/pages/${segment(slug)}/open-suggestions`,
  /** Where somebody writes what they suggest, and where that is kept. */
  suggest: (slug: string) => `/desk/pages/${segment(slug)}/suggest`,
  saveSuggestions: (slug: string, base: number) =>
    withQuery(`/desk/pages/${segment(slug)}/save-suggestions`, {
      base: String(base),
    }),
  deskFigure: (sha256: string) => `/desk/figures/${segment(sha256)}`,
  /** Takes an image in for a page's figures; answers in JSON. */
  figures: (slug: string) => `/desk/pages/${segment(slug)}/figures`,
  /** The reusable texts in their approved versions, in JSON. */
  componentsList: () => "/desk/components.json",
  submit: (slug: string, line: "main" | "correction" = "main") =>
    withQuery(`/desk/pages/${segment(slug)}/submit`, {
      line: line === "main" ? undefined : line,
    }),
  /** The comments on the draft of a page. */
  comments: (slug: string) => `/desk/pages/${segment(slug)}/comments`,
  /** Takes a comment that was begun in the editor; answers in JSON. */
  raiseComment: (slug: string) => `/desk/pages/${segment(slug)}/raise-comment`,
  /** Other words for one paragraph of the draft, in a plain box. */
  wording: (slug: string, blockId?: string) =>
    withQuery(`/desk/pages/${segment(slug)}/wording`, { block: blockId }),
  /** Genes for the editor's dialog; answers in JSON. */
  referenceGenes: () => "/desk/reference/genes",

  reviews: () => "/desk/reviews",
  review: (assignmentId: string) => `/desk/reviews/${segment(assignmentId)}`,
  /** One act of a review, such as "accept", "decline" or "approve". */
  reviewAct: (assignmentId: string, act: string) =>
    `/desk/reviews/${segment(assignmentId)}/${segment(act)}`,
};

const publicBeginnings = ["/pages/", "/genes/", "/figures/"];
const publicAddresses = new Set([
  paths.home(),
  paths.verify(),
  paths.search(),
  paths.atomFeed(),
  paths.jsonFeed(),
  paths.export(),
  paths.reviewDates(),
  paths.sitemap(),
  paths.apiReviewDates(),
  paths.apiDescription(),
]);

/** Whether an address shows every reader the same, so that it may be shared. */
export function isPublicAddress(path: string): boolean {
  return (
    publicAddresses.has(path) ||
    publicBeginnings.some((beginning) => path.startsWith(beginning))
  );
}

/**
 * Where a person goes after signing in: the address they asked for when it is
 * one of ours, else the desk. Another site's address is never followed.
 */
export function safeReturnPath(to: string | null | undefined): string {
  if (!to?.startsWith("/") || /^\/[/\\]|[\\\s]/.test(to)) return paths.desk();
  return to;
}

/** The whole address, for mails, feeds and citations. */
export function absolute(origin: string, path: string): string {
  return new URL(path, origin).href;
}
