import type { Block, Doc, History, Page, Person } from "./facts";

/** What the document of a page must hold, and what changed between two. */

export const blockOf = (doc: Doc, id: string): Block | undefined =>
  doc.body.content.find(({ attrs }) => attrs.id === id);

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Everything but the words and the change note. */
const headOf = ({ body: _body, changeNote: _note, ...head }: Doc) => head;

const idsOf = (doc: Doc) => doc.body.content.map(({ attrs }) => attrs.id);

/**
 * Does anything change outside the named blocks? Order and metadata are no
 * blocks, so they can never be named.
 */
export function changesOutside(
  before: Doc,
  after: Doc,
  scope: readonly string[],
): boolean {
  const all = new Set([...idsOf(before), ...idsOf(after)]);
  const changed = [...all].filter(
    (id) => !isSame(blockOf(before, id), blockOf(after, id)),
  );
  const common = (of: Doc, other: Doc) =>
    idsOf(of).filter((id) => idsOf(other).includes(id));
  return (
    changed.some((id) => !scope.includes(id)) ||
    !isSame(headOf(before), headOf(after)) ||
    !isSame(common(before, after), common(after, before))
  );
}

/** What the page does not yet say of itself (gate.md, `metadata_missing`). */
export function missingFrom(
  { people }: History,
  page: Page,
  doc: Doc,
): string[] {
  const isPerson = (id: string | null): id is string =>
    people.some((p) => p.id === id);
  const { level, tool, usedOn, drafterId, verifierId } = doc.aiUse;
  const usesAi = level === "draft_assist" || level === "generated";
  const holding: [string, boolean][] = [
    ["title", doc.title.trim() === ""],
    ["owner", page.owner === null],
    ["kind", doc.kind !== page.kind],
    ["language", doc.language !== page.language],
    ["audience", !["clinicians", "patients", "public"].includes(doc.audience)],
    ["jurisdiction", doc.jurisdictions.length === 0],
    ["topic", doc.topics.length === 0],
    ["text", doc.body.content.length === 0],
    [
      "author",
      !doc.credits.some((c) => c.role === "author" && isPerson(c.personId)),
    ],
    ["ai", !["none", "language", "draft_assist", "generated"].includes(level)],
    [
      "verifier",
      usesAi &&
        (!tool || !usedOn || !isPerson(verifierId) || verifierId === drafterId),
    ],
    ["change note", doc.changeNote.trim() === ""],
  ];
  return holding.filter(([, isMissing]) => isMissing).map(([name]) => name);
}

/** What already holds a submission up; the rest waits for publication. */
export function holdsUpSubmission(
  history: History,
  page: Page,
  doc: Doc,
): boolean {
  const later = ["language", "topic", "ai", "verifier"];
  return (
    !page.owner?.isActive ||
    missingFrom(history, page, doc).some((name) => !later.includes(name))
  );
}

/** A page's first text, that lacks nothing. */
export function firstDoc(
  kind: string,
  author: Person,
  blockCount: number,
  mark: string,
  more = "",
): Doc {
  return {
    schema: 1,
    title: `A page ${mark}`,
    kind,
    audience: "clinicians",
    language: "en",
    jurisdictions: ["GB-ENG"],
    topics: [{ type: "gene", code: "HGNC:10261", label: "ROS1" }],
    credits: [{ personId: author.id, name: author.name, role: "author" }],
    aiUse: {
      level: "none",
      tool: null,
      usedOn: null,
      drafterId: null,
      verifierId: null,
    },
    changeNote: "First text",
    body: {
      type: "doc",
      content: Array.from({ length: blockCount }, (_, n) =>
        paragraph(`b${n}`, `Words of ${mark}, block ${n}.${more}`),
      ),
    },
  };
}

export const paragraph = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});
