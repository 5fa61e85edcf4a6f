import { afterAll, beforeAll, expect, test } from "vitest";
import { answerSuggestions } from "~/commands/answer-suggestions.server";
import { saveDraft } from "~/commands/save-draft.server";
import { saveSuggestions } from "~/commands/save-suggestions.server";
import { suggestedIn } from "~/commands/answer-suggestions.server";
import type { Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { standingOf } from "~/content/suggestions/standing";
import { findDraft } from "~/data/drafts.server";
import { findSuggestionSet } from "~/data/suggestions.server";
import {
  makePage,
  openDesk,
  refusalOf,
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

const body = (known: Body, ...texts: string[]): Body => ({
  type: "doc",
  content: texts.map((text, index) => ({
    type: "paragraph",
    attrs: { id: known.content[index]?.attrs?.id ?? null },
    content: [{ type: "text", text }],
  })),
});
const none: Body = { type: "doc", content: [] };

/** A page with two paragraphs, and an editor's suggestions for both. */
async function suggested(slug: string, ...texts: string[]) {
  const pageId = await makePage(desk.author, slug);
  const written = valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: 1 },
      body: body(none, first, second),
    }),
  );
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("no draft");
  const set = valueOf(
    await saveSuggestions(desk.editor.sessionId, {
      ...{ draftId: draft.id, baseRevision: written.revision },
      ...{ expected: null, via: "suggesting" as const },
      body: body(written.content.body, ...texts),
    }),
  );
  return { pageId, setId: set.id, known: written.content.body };
}

async function openIn(setId: string) {
  const set = await findSuggestionSet(setId);
  if (!set) throw new Error("no set");
  return standingOf(suggestedIn(set)).open;
}

async function textOf(pageId: string): Promise<string[]> {
  const draft = await findDraft(pageId, "main");
  return (draft?.content.body.content ?? []).map(blockText);
}

const answer = (
  by: Signed,
  pageId: string,
  setId: string,
  changeIds: string[],
  more: Partial<Parameters<typeof answerSuggestions>[1]> = {},
) =>
  answerSuggestions(by.sessionId, {
    ...{ pageId, setId, setRevision: 1, changeIds },
    ...{ verdict: "accepted", reason: "", choice: null, ...more },
  });

test("accepting one change puts it into the draft and leaves the others open", async () => {
  const { pageId, setId } = await suggested(
    "accept-one",
    "The risk is 69% by age 80.",
    "Offer MRI from the age of 25.",
  );
  const [risk, mri] = await openIn(setId);
  valueOf(await answer(desk.author, pageId, setId, [risk?.id ?? ""]));
  expect(await textOf(pageId)).toEqual(["The risk is 69% by age 80.", second]);
  expect((await openIn(setId)).map(({ id }) => id)).toEqual([mri?.id]);
  valueOf(
    await answer(desk.author, pageId, setId, [mri?.id ?? ""], {
      ...{ verdict: "declined", reason: "The guideline says 30." },
    }),
  );
  expect(await openIn(setId)).toEqual([]);
  const set = await findSuggestionSet(setId);
  expect(
    set?.decisions.map(({ verdict, reason }) => [verdict, reason]),
  ).toEqual(
    expect.arrayContaining([
      ["accepted", ""],
      ["declined", "The guideline says 30."],
    ]),
  );
});

test("all of one person's go in together, or none of them", async () => {
  const { pageId, setId } = await suggested(
    "accept-all",
    "The risk is 69% by age 80.",
    "Offer MRI from the age of 25.",
  );
  const ids = (await openIn(setId)).map(({ id }) => id);
  const refused = await answer(desk.author, pageId, setId, [...ids, "nothing"]);
  expect(refusalOf(refused)).toBe("stale_suggestions");
  expect(await textOf(pageId)).toEqual([first, second]);
  expect(valueOf(await answer(desk.author, pageId, setId, ids))).toBe(2);
  expect(await textOf(pageId)).toEqual([
    "The risk is 69% by age 80.",
    "Offer MRI from the age of 25.",
  ]);
});

test("what the draft gained meanwhile stays, and the same words are a choice for a person", async () => {
  const { pageId, setId, known } = await suggested(
    "moved-on",
    "The risk is 69% by age 80.",
    "Offer MRI from the age of 25.",
  );
  const now = "The risk is 75% by age 80.";
  const other = `${second} Then every year.`;
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: 2 },
      body: body(known, now, other),
    }),
  );
  const [risk, mri] = await openIn(setId);
  valueOf(await answer(desk.author, pageId, setId, [mri?.id ?? ""]));
  expect(await textOf(pageId)).toEqual([
    now,
    "Offer MRI from the age of 25. Then every year.",
  ]);
  const clash = await answer(desk.author, pageId, setId, [risk?.id ?? ""]);
  expect(refusalOf(clash)).toBe("suggestion_clashes");
  valueOf(
    await answer(desk.author, pageId, setId, [risk?.id ?? ""], {
      choice: "theirs",
    }),
  );
  expect((await textOf(pageId))[0]).toBe("The risk is 69% by age 80.");
});

test("an accepted change is taken out again by undoing it", async () => {
  const { pageId, setId } = await suggested(
    "undo",
    "The risk is 69% by age 80.",
    "Offer MRI from the age of 25.",
  );
  const ids = (await openIn(setId)).map(({ id }) => id);
  valueOf(await answer(desk.author, pageId, setId, ids));
  const [risk = ""] = ids;
  valueOf(
    await answer(desk.author, pageId, setId, [risk], { verdict: "undone" }),
  );
  expect(await textOf(pageId)).toEqual([
    first,
    "Offer MRI from the age of 25.",
  ]);
  expect((await openIn(setId)).map(({ id }) => id)).toEqual([risk]);
});

test("only who may write the page answers, and only on its own page", async () => {
  const { pageId, setId } = await suggested(
    "not-yours",
    "The risk is 69% by age 80.",
    second,
  );
  const [risk] = await openIn(setId);
  const ids = [risk?.id ?? ""];
  expect(refusalOf(await answer(desk.other, pageId, setId, ids))).toBe(
    "not_found",
  );
  const elsewhere = await makePage(desk.author, "elsewhere");
  expect(refusalOf(await answer(desk.author, elsewhere, setId, ids))).toBe(
    "not_found",
  );
});
