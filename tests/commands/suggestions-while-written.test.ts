import { afterAll, beforeAll, expect, test } from "vitest";
import { proposedOn } from "~/commands/answer-suggestions.server";
import { recordLook } from "~/commands/record-look.server";
import { saveDraft } from "~/commands/save-draft.server";
import { saveSuggestions } from "~/commands/save-suggestions.server";
import type { Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { findDraft } from "~/data/drafts.server";
import { findOwnSuggestions } from "~/data/suggestions.server";
import { makePage, openDesk, type TestDesk, valueOf } from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const body = (known: Body | null, ...texts: string[]): Body => ({
  type: "doc",
  content: texts.map((text, index) => ({
    type: "paragraph",
    attrs: { id: known?.content[index]?.attrs?.id ?? null },
    content: [{ type: "text", text }],
  })),
});
const write = async (pageId: string, baseRevision: number, sent: Body) =>
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision, body: sent },
    }),
  );
const draftOf = async (pageId: string) => {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("no draft");
  return draft;
};

test("a first suggestion is kept while the author writes on, and on the newer text theirs is not undone", async () => {
  const pageId = await makePage(desk.author, "suggest-while-written");
  const one = await write(pageId, 1, body(null, "One.", "Two."));
  const { id: draftId } = await draftOf(pageId);
  valueOf(await recordLook(desk.editor.sessionId, { draftId }));
  const shown = one.content.body;
  const two = await write(
    pageId,
    one.revision,
    body(shown, "One.", "Two more."),
  );
  await write(pageId, two.revision, body(shown, "One.", "Two more words."));
  valueOf(
    await saveSuggestions(desk.editor.sessionId, {
      ...{ draftId, baseRevision: one.revision, expected: null },
      ...{ via: "suggesting", body: body(shown, "One of mine.", "Two.") },
    }),
  );
  const own = await findOwnSuggestions(draftId, desk.editor.id);
  const textsOn = (revision: number, text: Body) =>
    proposedOn({ revision, body: text }, own).content.map(blockText);
  expect(textsOn(one.revision, shown)).toEqual(["One of mine.", "Two."]);
  const { revision, content } = await draftOf(pageId);
  expect(textsOn(revision, content.body)).toEqual([
    "One of mine.",
    "Two more words.",
  ]);
});
