import { afterAll, beforeAll, expect, test } from "vitest";
import { answerSuggestions } from "~/commands/answer-suggestions.server";
import { countSuggestions } from "~/commands/count-suggestions.server";
import { saveDraft } from "~/commands/save-draft.server";
import { saveSuggestions } from "~/commands/save-suggestions.server";
import type { Body } from "~/content/page-content";
import { findDraft } from "~/data/drafts.server";
import { findSuggestionsMark } from "~/data/suggestions.server";
import { loadBeside } from "~/routes/desk.pages.$slug.suggestions/load-beside.server";
import {
  makePage,
  openDesk,
  type Signed,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const first = "The risk is 72% by age 80.";
const second = "Offer MRI from the age of 30.";
const body = (known: Body | null, ...texts: string[]): Body => ({
  type: "doc",
  content: texts.map((text, index) => ({
    type: "paragraph",
    attrs: { id: known?.content[index]?.attrs?.id ?? null },
    content: [{ type: "text", text }],
  })),
});

async function draftOf(pageId: string) {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("no draft");
  return draft;
}

async function written(slug: string) {
  const pageId = await makePage(desk.author, slug);
  const { revision, content } = valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: 1 },
      body: body(null, first, second),
    }),
  );
  const { id: draftId } = await draftOf(pageId);
  const suggest = async (by: Signed, expected: number | null, text: string) =>
    valueOf(
      await saveSuggestions(by.sessionId, {
        ...{ draftId, baseRevision: revision, expected },
        ...{ via: "suggesting" as const },
        body: body(content.body, text, second),
      }),
    );
  return { pageId, draftId, revision, known: content.body, suggest };
}

test("who writes sees every open set of other people, with its places, and not their own", async () => {
  const { pageId, draftId, suggest } = await written("beside");
  await suggest(desk.editor, null, "The risk is 69% by age 80.");
  await suggest(desk.second, null, "The risk is 72% by age 70.");
  await suggest(desk.author, null, "The lifetime risk is 72% by age 80.");
  const sets = await loadBeside(await draftOf(pageId), desk.author.id);
  expect(
    sets.map(({ madeBy, cards, places }) => [
      madeBy,
      cards.map(({ before, after }) => [before, after]),
      places.map((place) => place.kind),
    ]),
  ).toEqual([
    ["Edda Editor", [["72%", "69%"]], ["words"]],
    ["Egon Editor", [["80", "70"]], ["words"]],
  ]);
  expect(await countSuggestions(draftId, desk.author.id)).toEqual({
    ...{ open: 3, hasOthers: true },
  });
});

test("the mark changes with a set, an answer and the draft, and with nothing else", async () => {
  const { pageId, draftId, revision, known, suggest } = await written("marked");
  const marks = new Set<string | null>();
  const isNew = async () => {
    const mark = await findSuggestionsMark(draftId);
    expect(await findSuggestionsMark(draftId)).toBe(mark);
    expect(marks.has(mark)).toBe(false);
    marks.add(mark);
  };
  await isNew();
  const set = await suggest(desk.editor, null, "The risk is 69% by age 80.");
  await isNew();
  await suggest(desk.editor, 1, "The risk is 68% by age 80.");
  await isNew();
  const [beside] = await loadBeside(await draftOf(pageId), desk.author.id);
  valueOf(
    await answerSuggestions(desk.author.sessionId, {
      ...{ pageId, setId: set.id, setRevision: 2 },
      changeIds: [beside?.cards[0]?.id ?? ""],
      ...{ verdict: "declined", reason: "Not in the source.", choice: null },
    }),
  );
  await isNew();
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: revision },
      body: body(known, first, `${second} Then yearly.`),
    }),
  );
  await isNew();
  const after = await loadBeside(await draftOf(pageId), desk.author.id);
  expect(after.map(({ cards, places }) => [cards, places])).toEqual([[[], []]]);
  expect(
    await findSuggestionsMark("00000000-0000-4000-8000-000000000000"),
  ).toBe(null);
});

test("a change of words that the draft changed as well comes with both texts", async () => {
  const { pageId, revision, known, suggest } = await written("clash-beside");
  await suggest(desk.editor, null, "The risk is 69% by age 80.");
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: revision },
      body: body(known, "The risk is 75% by age 80.", second),
    }),
  );
  const [set] = await loadBeside(await draftOf(pageId), desk.author.id);
  expect(set?.cards[0]?.clash?.draftHtml).toContain("75%");
  expect(set?.cards[0]?.clash?.theirsHtml).toContain("69%");
});
