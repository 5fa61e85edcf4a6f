import { afterAll, beforeAll, expect, test } from "vitest";
import { mergeDraft } from "~/commands/merge-draft.server";
import { saveDraft } from "~/commands/save-draft.server";
import { leaveOutKnown } from "~/content/known-blocks";
import type { Block, Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { findDraft } from "~/data/drafts.server";
import {
  makePage,
  openDesk,
  refusalOf,
  type Signed,
  type TestDesk,
  twoParagraphs,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const save = (
  by: Signed,
  pageId: string,
  baseRevision: number,
  body: unknown,
) => saveDraft(by.sessionId, { pageId, line: "main", baseRevision, body });
const merge = (
  by: Signed,
  pageId: string,
  wanted: {
    baseRevision: number;
    body: Body;
    base: unknown;
    unanswered?: unknown;
  },
) => mergeDraft(by.id, { pageId, line: "main", unanswered: null, ...wanted });

const wordsOf = (body: Body) => body.content.map(blockText);
/** The body with other words in one paragraph. */
const withWords = (body: Body, place: number, text: string): Body => ({
  type: "doc",
  content: body.content.map((block, index): Block => {
    if (index !== place || block.type !== "paragraph") return block;
    return { ...block, content: [{ type: "text", text }] };
  }),
});

async function shared(slug: string) {
  const pageId = await makePage(desk.author, slug);
  const saved = valueOf(await save(desk.author, pageId, 1, twoParagraphs));
  return { pageId, revision: saved.revision, start: saved.content.body };
}

test("what two people changed apart goes together, with who saved, and nothing is written", async () => {
  const { pageId, revision, start } = await shared("apart");
  valueOf(
    await save(desk.editor, pageId, revision, withWords(start, 1, "Theirs.")),
  );
  const body = withWords(start, 2, "Mine.");
  const base = leaveOutKnown(start, body);
  expect(
    base.content.filter((block) => typeof block === "string"),
  ).toHaveLength(2);
  const merged = valueOf(
    await merge(desk.author, pageId, { baseRevision: revision, body, base }),
  );
  expect(wordsOf(merged.body).slice(1)).toEqual(["Theirs.", "Mine."]);
  expect(merged).toMatchObject({
    ...{ clashes: [], isOwn: false, hasUnanswered: false },
    savedBy: "Dr Edda Editor",
  });
  const draft = await findDraft(pageId, "main");
  expect(draft?.revision).toBe(revision + 1);
  expect(draft && wordsOf(draft.content.body)[2]).not.toBe("Mine.");
});

test("the same words are a clash that holds both", async () => {
  const { pageId, revision, start } = await shared("clash");
  valueOf(
    await save(desk.editor, pageId, revision, withWords(start, 1, "Theirs.")),
  );
  const body = withWords(start, 1, "Mine.");
  const { clashes } = valueOf(
    await merge(desk.author, pageId, {
      baseRevision: revision,
      body,
      base: start,
    }),
  );
  expect(clashes).toHaveLength(1);
  const [clash] = clashes;
  expect(
    [clash?.mine, clash?.theirs].map((block) => block && blockText(block)),
  ).toEqual(["Mine.", "Theirs."]);
});

test("a save that was stored without its answer arriving is what its writer started from", async () => {
  const { pageId, revision, start } = await shared("unanswered");
  const sent = withWords(start, 1, "Mine, sent.");
  const stored = valueOf(await save(desk.author, pageId, revision, sent));
  const after = withWords(stored.content.body, 2, "Theirs.");
  valueOf(await save(desk.editor, pageId, stored.revision, after));
  const merged = valueOf(
    await merge(desk.author, pageId, {
      ...{ baseRevision: revision, base: start, unanswered: sent },
      body: withWords(start, 1, "Mine, sent and typed on."),
    }),
  );
  expect(wordsOf(merged.body).slice(1)).toEqual([
    "Mine, sent and typed on.",
    "Theirs.",
  ]);
  expect(merged).toMatchObject({ clashes: [], hasUnanswered: true });
});

test("without a base what differs is a clash, never a silent choice", async () => {
  const { pageId, revision, start } = await shared("no-base");
  valueOf(
    await save(desk.editor, pageId, revision, withWords(start, 1, "Theirs.")),
  );
  const body = withWords(start, 2, "Mine.");
  const { clashes } = valueOf(
    await merge(desk.author, pageId, {
      baseRevision: revision,
      body,
      base: null,
    }),
  );
  expect(clashes).toHaveLength(2);
});

test("saves of one's own from another tab are told apart from those of others", async () => {
  const { pageId, revision, start } = await shared("own");
  valueOf(
    await save(desk.author, pageId, revision, withWords(start, 1, "Tab one.")),
  );
  const body = withWords(start, 2, "Tab two.");
  const merged = valueOf(
    await merge(desk.author, pageId, {
      baseRevision: revision,
      body,
      base: start,
    }),
  );
  expect(merged).toMatchObject({ isOwn: true, clashes: [] });
});

test("what is no text is refused with a sentence, and a page that is not there is not there", async () => {
  const { pageId, revision } = await shared("odd");
  const odd = await mergeDraft(desk.author.id, {
    ...{ pageId, line: "main", baseRevision: revision },
    ...{ base: null, unanswered: null, body: { type: "doc", content: ["x"] } },
  });
  expect(odd).toMatchObject({ ok: false, because: "invalid_content" });
  expect(odd.problems?.[0]?.message).toMatch(/\.$/);
  const nowhere = await mergeDraft(desk.author.id, {
    ...{ pageId, line: "correction", baseRevision: 1 },
    ...{ base: null, unanswered: null, body: twoParagraphs },
  });
  expect(refusalOf(nowhere)).toBe("not_found");
});

test("a last request may name the blocks that did not change", async () => {
  const { pageId, revision, start } = await shared("short");
  const body = withWords(start, 2, "The last words.");
  const short = leaveOutKnown(body, start);
  expect(JSON.stringify(short).length).toBeLessThan(
    JSON.stringify(body).length,
  );
  const saved = valueOf(await save(desk.author, pageId, revision, short));
  expect(saved.content.body).toEqual(body);
  // On a newer draft an id may mean other words: nothing is filled in.
  const late = await save(desk.editor, pageId, revision, short);
  expect(late).toMatchObject({ ok: false, because: "invalid_content" });
});
