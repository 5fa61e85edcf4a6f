import type { PageKind, RoundKind, WithdrawalType } from "~/domain/words";
import { escapeXml } from "~/lib/escape-xml";
import { absolute, paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { pageKindLabels, withdrawalLabels } from "~/wording/labels";

export type FeedEvent = {
  id: string;
  what: "published" | "updated" | "reinstated" | "withdrawn";
  at: Date;
  onDay: string;
  slug: string;
  title: string;
  kind: PageKind;
  versionNumber: number;
  roundKind: RoundKind;
  lastReviewedOn: string;
  nextReviewDue: string;
  withdrawalType: WithdrawalType | null;
};

const words = {
  published: "Published",
  updated: "Updated",
  reinstated: "Published again",
  withdrawn: "Withdrawn",
} satisfies Record<FeedEvent["what"], string>;

/**
 * What happened to the pages of a desk as an Atom feed (RFC 4287), the newest
 * first: titles, dates and addresses, never the text, so that a copy kept by a
 * reader cannot go on showing what is overdue or withdrawn. An entry's id is
 * that of the publication and stays when the page gets another address. The
 * feed was updated when the last thing happened, or at `since` when nothing has.
 */
export function writeAtomFeed(feed: {
  origin: string;
  deskName: string;
  since: Date;
  events: readonly FeedEvent[];
}): string {
  const { origin, deskName, since, events } = feed;
  const self = absolute(origin, paths.atomFeed());
  const name = element("name", deskName);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", self),
    element("title", deskName),
    element("updated", (events[0]?.at ?? since).toISOString()),
    `<author>${name}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(absolute(origin, paths.home()))}"/>`,
    ...events.map((event) => entry(origin, event)),
    "</feed>",
    "",
  ].join("\n");
}

function entry(origin: string, event: FeedEvent): string {
  const { id, what, at, title, slug } = event;
  return [
    "<entry>",
    element("id", `urn:uuid:${id}${what === "withdrawn" ? "#withdrawn" : ""}`),
    element("title", `${words[what]}: ${title}`),
    element("updated", at.toISOString()),
    element("published", at.toISOString()),
    `<link rel="alternate" type="text/html" href="${escapeXml(absolute(origin, paths.page(slug)))}"/>`,
    `<category term="${what}" label="${words[what]}"/>`,
    element("summary", summaryOf(event)),
    "</entry>",
  ].join("");
}

function summaryOf(event: FeedEvent): string {
  const { what, onDay, versionNumber, withdrawalType } = event;
  const kind = pageKindLabels[event.kind];
  if (what === "withdrawn" && withdrawalType)
    return `${kind}, version ${String(versionNumber)}, withdrawn on ${dayInWords(onDay)}: ${withdrawalLabels[withdrawalType]}.`;
  return `${kind}, version ${String(versionNumber)} of ${dayInWords(onDay)}. Reviewed in full on ${dayInWords(event.lastReviewedOn)}, next review due ${dayInWords(event.nextReviewDue)}.`;
}

/** XML has no place for most control characters, escaped or not. */
function element(name: string, text: string): string {
  const allowed = text.replace(/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/gu, " ");
  return `<${name}>${escapeXml(allowed)}</${name}>`;
}
