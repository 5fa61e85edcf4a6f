import { collapseSpaces } from "~/lib/text-spaces";
import type { DateKind, StatedRole } from "./report";

/** Words with which a line says what it states: a date of some kind, or people in some role. */
export type Label =
  | { about: "date"; kind: DateKind; words: RegExp }
  | { about: "people"; role: StatedRole; words: RegExp };

const dated = (kind: DateKind, words: RegExp): Label => ({
  about: "date",
  kind,
  words,
});
const named = (role: StatedRole, words: RegExp): Label => ({
  about: "people",
  role,
  words,
});

/** The first that fits counts; each must stand at the beginning of what is left of the line. */
const labels: Label[] = [
  dated(
    "next_review_due",
    /^(?:date (?:of|for) )?next (?:full |scheduled )?review(?: due)?(?: date)?(?: on| by)?|^review due(?: date)?(?: on| by)?|^(?:is )?due for review(?: on| by| in)?|^to be reviewed(?: on| by| in)?/i,
  ),
  named(
    "reviewer",
    /^(?:(?:last )?(?:medically|clinically|scientifically|peer|expert|fact)?[ -]?(?:reviewed|checked) by|(?:(?:peer|medical|clinical|expert|scientific)[ -])?reviewers?(?:\(s\))?)/i,
  ),
  dated(
    "last_reviewed",
    /^(?:page |content )?(?:last )?(?:(?:medically|clinically|peer) )?reviewed(?: on)?|^(?:date of )?last (?:full |medical |clinical )?review(?: date| on)?|^date (?:last )?reviewed/i,
  ),
  dated("review", /^(?:date of review|review date)/i),
  dated(
    "updated",
    /^(?:page |content )?(?:(?:last|most recently) )?(?:updated?|modified|revised|edited)(?: on)?|^(?:date of )?last (?:update|modification|revision|change)|^date (?:last )?(?:modified|updated|revised)/i,
  ),
  dated(
    "published",
    /^(?:(?:first|originally|date) )?(?:published|posted|created)(?: on)?|^(?:publication|release) date|^date of publication/i,
  ),
  named("contributor", /^(?:contribut(?:ors?|ing authors?)(?:\(s\))?)/i),
  named("editor", /^(?:edited by|(?:medical |content |clinical )?editors?)/i),
  named("approver", /^(?:approved by|approvers?|signed off by)/i),
  named(
    "author",
    /^(?:(?:lead |page |content )?authors?(?:\(s\))?|(?:written|prepared|compiled|authored) by|by(?=[:\s]))/i,
  ),
];

/** The label that a text begins with, and how many characters it takes. */
export function firstLabel(
  text: string,
): { label: Label; length: number } | null {
  for (const label of labels) {
    const found = label.words.exec(text);
    if (found && !/^[\p{L}\p{N}]/u.test(text.slice(found[0].length)))
      return { label, length: found[0].length };
  }
  return null;
}

/** A colon or a word like "reviewed by"; "By" and "Authors" alone may begin a heading. */
export function isClearLabel(text: string, length: number): boolean {
  const hasColon = /^\s*[:：]/.test(text.slice(length));
  return hasColon || /\S\s+by$/i.test(text.slice(0, length));
}

/** The role that a heading such as "Authors" or "Reviewed by:" announces, or null. */
export function announcedRole(heading: string): StatedRole | null {
  const text = collapseSpaces(heading).replace(/\s*:$/, "");
  for (const label of labels)
    if (label.about === "people" && label.words.exec(text)?.[0] === text)
      return label.role;
  return null;
}
