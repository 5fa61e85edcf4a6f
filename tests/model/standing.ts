import type {
  Decision,
  Doc,
  Draft,
  Page,
  Person,
  Publication,
  Version,
} from "./facts";

/** Who a person is to a page, a version and an expertise (product.md, 1-4). */

export const isEditor = (person: Person): boolean =>
  person.roles.has("editor") || person.roles.has("clinical_lead");

export const mayWrite = (person: Person, page: Page): boolean =>
  isEditor(person) || isOnTeam(person, page);

export const isOnTeam = (person: Person, page: Page): boolean =>
  page.owner === person || page.authors.has(person.id);

/** An expertise is a verified reviewer's; an editor and a colleague are asked by role. */
export function holds(person: Person, expertise: string): boolean {
  if (!person.isActive) return false;
  if (expertise === "editor") return isEditor(person);
  if (expertise === "colleague")
    return (
      isEditor(person) ||
      person.roles.has("author") ||
      person.roles.has("reviewer")
    );
  return person.roles.has("reviewer") && person.expertise.has(expertise);
}

const plain = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

export const isCredited = (doc: Doc, person: Person): boolean =>
  doc.credits.some(
    (credit) =>
      credit.personId === person.id ||
      plain(credit.name) === plain(person.name),
  );

export const liveOf = (page: Page): Publication | null =>
  page.publications.find(({ ended }) => ended === null) ?? null;

/** The live publication, or the one that was public last. */
export const latestOf = (page: Page): Publication | null =>
  liveOf(page) ?? page.publications.at(-1) ?? null;

/** Each correction is a line of its own; the main draft is the other. */
export const lineOf = (version: Version): Version[] =>
  version.page.versions.filter(({ draft }) => draft === version.draft);

/** How far the words of this draft have been public. */
export const publishedRevision = (page: Page, draft: Draft): number =>
  Math.max(
    0,
    ...page.publications
      .filter(({ version }) => version.draft === draft)
      .map(({ version }) => version.draftRevision),
  );

/** Nobody approves their own words (product.md, 4). */
export function isOwnWork(version: Version, person: Person): boolean {
  const { drafterId, verifierId } = version.doc.aiUse;
  if (isCredited(version.doc, person)) return true;
  if (person.id === drafterId || person.id === verifierId) return true;
  const published = new Set(version.page.publications.map((p) => p.version));
  const earlier = lineOf(version).filter((v) => v.number < version.number);
  const since = Math.max(
    0,
    ...earlier.filter((v) => published.has(v)).map((v) => v.number),
  );
  return [version, ...earlier.filter((v) => v.number > since)].some(
    (v) => v.submitter === person.id || v.writers.has(person.id),
  );
}

export type Interests = "none" | "accepted" | "open" | "excluded" | "missing";

export function interestsOf(
  person: Person,
  page: Page,
  today: string,
): Interests {
  if (person.declaredUntil === null || person.declaredUntil < today)
    return "missing";
  const answer = page.answers.filter((a) => a.person === person).at(-1);
  if (!answer) return "missing";
  if (answer.level === "none") return "none";
  if (answer.level === "personal" || answer.ruling === false) return "excluded";
  return answer.ruling === true ? "accepted" : "open";
}

/**
 * Whether the interests of an editor stop them from putting this page out: a
 * declaration in force, and nothing said that an editor did not accept.
 */
export function stopsPublisher(
  person: Person,
  page: Page,
  today: string,
): boolean {
  const isInForce =
    person.declaredUntil !== null && person.declaredUntil >= today;
  const interests = interestsOf(person, page, today);
  return !isInForce || interests === "open" || interests === "excluded";
}

/** The newest decision of each person: they may change their mind. */
export function newestDecisions(version: Version): Decision[] {
  return [...new Map(version.decisions.map((d) => [d.person.id, d])).values()];
}
