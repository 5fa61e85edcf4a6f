import { collapseSpaces } from "~/lib/text-spaces";
import { asStated, findDates, type OrderOfFigures } from "./read-dates";
import { readPeople, type NamedParties } from "./read-people";
import type { DateKind, StatedDate, StatedRole } from "./report";
import { firstLabel, isClearLabel } from "./statement-labels";

/** A line in which a source speaks of itself: its dates, its people, its tags, how to cite it. */
export type Statement = NamedParties & {
  raw: string;
  dates: StatedDate[];
  tags: string[];
  /** The title that a suggested citation gives the page. */
  citedTitle: string | null;
  /** "By: …", which on lists of articles names the authors of others. */
  isByline: boolean;
};

const opening =
  /^(?:this (?:page|article|information|leaflet|content|document) (?:was|is|has been) )/i;
const separator = /^\s*[:：–—-]?\s*/;
const between = /^[\s.,;|·•/–—-]+/;

/**
 * Reads a line as a statement of the source about itself, or gives null when it
 * is prose. The whole line must be used up by labels and their values, so that
 * "Reviewed 200 patients in 2019" stays prose.
 */
export function readStatement(
  line: string,
  order: OrderOfFigures,
): Statement | null {
  const text = collapseSpaces(line);
  if (text.length > 1500) return null;
  return (
    readTags(text) ??
    readSuggestedCitation(text, order) ??
    readLabels(text, order) ??
    readDateline(text, order)
  );
}

export function emptyStatement(raw: string): Statement {
  return {
    raw,
    dates: [],
    people: [],
    tools: [],
    organisations: [],
    tags: [],
    citedTitle: null,
    isByline: false,
  };
}

function readTags(text: string): Statement | null {
  const found =
    /^(?:tagged|tags?|keywords|filed under|categor(?:y|ies)):\s*(\S.*)$/i.exec(
      text,
    );
  if (!found) return null;
  const tags = (found[1] ?? "").split(/[,;|]/).map((tag) => tag.trim());
  return { ...emptyStatement(text), tags: tags.filter((tag) => tag !== "") };
}

function readSuggestedCitation(
  text: string,
  order: OrderOfFigures,
): Statement | null {
  if (
    !/^(?:suggested citation|how to cite|cite (?:this )?(?:page|as))\b/i.test(
      text,
    )
  )
    return null;
  const updated = /\b(?:updated|modified|revised)\s*:?\s*$/i;
  const dates = findDates(text, order).map((date) =>
    asStated(
      date,
      updated.test(text.slice(0, date.start)) ? "updated" : "citation",
    ),
  );
  const title = /\b(?:19|20)\d\d\)?\.\s*([^.]{2,200})\./.exec(text)?.[1];
  return { ...emptyStatement(text), dates, citedTitle: title?.trim() ?? null };
}

function readLabels(text: string, order: OrderOfFigures): Statement | null {
  const statement = emptyStatement(text);
  let rest = text.replace(opening, "");
  while (rest !== "") {
    const found = firstLabel(rest);
    if (found === null) return null;
    const { label, length } = found;
    const isClear = isClearLabel(rest, length);
    rest = rest.slice(length).replace(separator, "");
    const taken =
      label.about === "date"
        ? takeDate(rest, label.kind, order, statement)
        : takePeople(rest, label.role, order, statement, isClear);
    if (taken === null) return null;
    rest = rest.slice(taken).replace(between, "");
    if (/^by\b/i.test(text)) statement.isByline = true;
  }
  return statement;
}

/** How much of the text the date takes; null when it does not begin with one. */
function takeDate(
  text: string,
  kind: DateKind,
  order: OrderOfFigures,
  into: Statement,
): number | null {
  const weekday =
    /^(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?/i;
  const skipped = weekday.exec(text)?.[0].length ?? 0;
  const [date] = findDates(text, order);
  if (date === undefined || date.start !== skipped) return null;
  into.dates.push(asStated(date, kind));
  return date.end;
}

/** Names, and the date that may stand after them. After an unclear label only what is surely a person counts. */
function takePeople(
  text: string,
  role: StatedRole,
  order: OrderOfFigures,
  into: Statement,
  isClear: boolean,
): number | null {
  const end = endOfNames(text, order);
  const parties = readPeople(text.slice(0, end), role);
  if (parties === null) return null;
  const isSure = parties.people.some(
    ({ prefix, credentials }) => prefix !== null || credentials !== null,
  );
  if (!isClear && !isSure && parties.tools.length === 0 && end === text.length)
    return null;
  into.people.push(...parties.people);
  into.tools.push(...parties.tools);
  into.organisations.push(...parties.organisations);
  const rest = text.slice(end);
  const skipped = /^[\s,|·•–—-]*(?:on\s+)?/.exec(rest)?.[0].length ?? 0;
  const taken = takeDate(rest.slice(skipped), actDated[role], order, into);
  return end + (taken === null ? 0 : skipped + taken);
}

/** What a date right after somebody's name is the date of. */
const actDated: Record<StatedRole, DateKind> = {
  author: "published",
  contributor: "published",
  editor: "updated",
  reviewer: "last_reviewed",
  approver: "other",
};

/** Names end before the next label and before a date that no bracket holds. */
function endOfNames(text: string, order: OrderOfFigures): number {
  const isOpen = (at: number) =>
    text.slice(0, at).split("(").length > text.slice(0, at).split(")").length;
  const date = findDates(text, order).find(({ start }) => !isOpen(start));
  const beforeDate = text
    .slice(0, date?.start)
    .replace(/[\s,|·•–—-]*(?:\bon\s+)?$/, "");
  const label = [...text.matchAll(/\s+(?:[|·•–—-]\s+)?(?=\p{L})/gu)].find(
    ({ index }) => firstLabel(text.slice(index).replace(between, "")) !== null,
  );
  return Math.min(beforeDate.length, label?.index ?? text.length);
}

/** A date alone, or a category, date and name run together as on article heads: "OncologyMay 17, 2026Some AI". */
function readDateline(text: string, order: OrderOfFigures): Statement | null {
  const [date, ...others] = findDates(text, order);
  if (
    text.length > 120 ||
    !date ||
    date.precision !== "day" ||
    others.length > 0
  )
    return null;
  const before = text.slice(0, date.start).trim();
  const after = text.slice(date.end).replace(between, "").trim();
  const statement = emptyStatement(text);
  statement.dates.push(asStated(date, "published"));
  if (before === "" && after === "") return statement;
  const parties = after === "" ? null : readPeople(after, "author");
  if (parties === null || before.split(" ").length > 4) return null;
  return { ...statement, ...parties };
}
