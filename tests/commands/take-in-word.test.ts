import { afterAll, beforeAll, expect, test } from "vitest";
import { saveDraft } from "~/commands/save-draft.server";
import { takeInWord, type WordInput } from "~/commands/take-in-word.server";
import { blockIdOf, type Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { listDraftComments } from "~/data/comments.server";
import { findDraft } from "~/data/drafts.server";
import { listOpenSuggestions } from "~/data/suggestions.server";
import {
  makePage,
  openDesk,
  refusalOf,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const body = (...texts: string[]): Body => ({
  type: "doc",
  content: texts.map((text) => ({
    type: "paragraph",
    attrs: { id: null },
    content: [{ type: "text", text }],
  })),
});

async function draftOf(slug: string, ...texts: string[]) {
  const pageId = await makePage(desk.author, slug);
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: 1, body: body(...texts) },
    }),
  );
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("no draft");
  return draft;
}

const take = (
  draft: { id: string; pageId: string; revision: number },
  more: Partial<WordInput>,
) =>
  takeInWord(desk.author.sessionId, desk.author.id, {
    ...{
      pageId: draft.pageId,
      draftId: draft.id,
      baseRevision: draft.revision,
    },
    ...{ choice: "replace", base: body("x"), proposed: null, remarks: [] },
    ...more,
  });

const texts = (content: Body | undefined) => content?.content.map(blockText);

test("a file replaces the text, its tracked changes wait as suggestions, and blocks keep their ids", async () => {
  const draft = await draftOf("replaced", "It stays.", "It goes.");
  const taken = valueOf(
    await take(draft, {
      base: body("It stays.", "The risk is 72%."),
      proposed: body("It stays.", "The risk is 69%."),
    }),
  );
  expect(taken).toEqual({ suggested: true, commented: 0, left: 0 });
  const now = await findDraft(draft.pageId, "main");
  expect(texts(now?.content.body)).toEqual(["It stays.", "The risk is 72%."]);
  const idOf = (of: Body | undefined) =>
    of?.content[0] && blockIdOf(of.content[0]);
  expect(idOf(now?.content.body)).toBe(idOf(draft.content.body));
  const [set] = await listOpenSuggestions(draft.id);
  expect(set?.via).toBe("word");
  expect(texts(set?.proposed.body)).toEqual(["It stays.", "The risk is 69%."]);
});

test("as suggestions, the draft stays as it is", async () => {
  const draft = await draftOf("suggested", "The risk is 72%.");
  valueOf(
    await take(draft, { choice: "suggest", base: body("The risk is 69%.") }),
  );
  const now = await findDraft(draft.pageId, "main");
  expect(now?.revision).toBe(draft.revision);
  expect(await listOpenSuggestions(draft.id)).toHaveLength(1);
  const again = await take(draft, {
    ...{ choice: "suggest", base: body("The risk is 75%.") },
  });
  expect(refusalOf(again)).toBe("suggestions_open");
});

test("Word's comments stand at their words, or on the page with the words quoted", async () => {
  const draft = await draftOf("commented", "First.");
  const place = { prefix: "", suffix: "" };
  valueOf(
    await take(draft, {
      base: body("The risk is 72%."),
      remarks: [
        {
          ...place,
          quotation: "72%",
          body: "Prof. Marsh in Word: which cohort?",
        },
        {
          ...place,
          quotation: "a figure",
          body: "Prof. Marsh in Word: add it.",
        },
      ],
    }),
  );
  const comments = await listDraftComments(draft.id);
  expect(
    comments.map(({ quotation, body: said }) => [quotation, said]).sort(),
  ).toEqual([
    ["", "“a figure”\n\nProf. Marsh in Word: add it."],
    ["72%", "Prof. Marsh in Word: which cohort?"],
  ]);
});

test("nothing is done when the draft moved on, or the file says what the draft says", async () => {
  const draft = await draftOf("moved-on", "The risk is 72%.");
  const stale = await take({ ...draft, revision: 1 }, { base: body("Other.") });
  expect(refusalOf(stale)).toBe("stale_save");
  const same = await take(draft, {
    ...{ choice: "suggest", base: body("The risk is 72%.") },
  });
  expect(refusalOf(same)).toBe("nothing_changed");
  expect(texts((await findDraft(draft.pageId, "main"))?.content.body)).toEqual([
    "The risk is 72%.",
  ]);
});
