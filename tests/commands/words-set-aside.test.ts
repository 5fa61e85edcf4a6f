import { afterAll, beforeAll, expect, test } from "vitest";
import { putBackWords } from "~/commands/put-back-words.server";
import { saveDraft } from "~/commands/save-draft.server";
import { setWordsAside } from "~/commands/set-words-aside.server";
import type { Block } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { type Draft, findDraft } from "~/data/drafts.server";
import { listContributors } from "~/data/versions.server";
import { listWordsSetAside } from "~/data/words-set-aside.server";
import {
  makeCompletePage,
  openDesk,
  refusalOf,
  type Signed,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

/** The author's page, in which the editor has changed the second block to these words. */
async function changedByEditor(slug: string, words: string) {
  const pageId = await makeCompletePage(desk.author, slug);
  const before = await draftOf(pageId);
  valueOf(await write(desk.editor, pageId, words));
  const draft = await draftOf(pageId);
  const blockId = before.content.body.content[1]?.attrs?.id ?? "";
  return { pageId, blockId, revision: draft.revision };
}

async function draftOf(pageId: string): Promise<Draft> {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("there is no draft");
  return draft;
}

/** Saves other words in the second block. */
async function write(by: Signed, pageId: string, words: string) {
  const { revision, content } = await draftOf(pageId);
  const blocks = content.body.content.map((block, place) =>
    place === 1 ? paragraph(words, block.attrs?.id ?? null) : block,
  );
  return saveDraft(by.sessionId, {
    ...{ pageId, line: "main", baseRevision: revision },
    body: { type: "doc", content: blocks },
  });
}

function paragraph(words: string, id: string | null): Block {
  const content = [{ type: "text" as const, text: words }];
  return { type: "paragraph", attrs: { id }, content };
}

async function keptOn(pageId: string) {
  return (await listWordsSetAside(pageId)).map(
    ({ block, writtenBy, setAsideBy }) => ({
      ...{ words: blockText(block), writtenBy, setAsideBy },
    }),
  );
}

test("the writer's own words that they did not choose are kept with their name, once", async () => {
  const { pageId, ...met } = await changedByEditor("own", "The editor's.");
  const left = {
    ...{ pageId, line: "main" as const, ...met },
    block: paragraph("The author's.", met.blockId),
  };
  const author = desk.author.sessionId;
  const first = valueOf(await setWordsAside(author, left));
  expect(first).not.toBeNull();
  expect(valueOf(await setWordsAside(author, left))).toBe(first);
  expect(await keptOn(pageId)).toEqual([
    {
      words: "The author's.",
      writtenBy: "Ada Author",
      setAsideBy: "Ada Author",
    },
  ]);
});

test("the other's words are taken from the draft, not from what the browser says", async () => {
  const { pageId, ...met } = await changedByEditor("theirs", "The editor's.");
  valueOf(
    await setWordsAside(desk.author.sessionId, {
      ...{ pageId, line: "main", ...met, block: null },
    }),
  );
  // The author's save puts other words there; the editor's stay in the history.
  valueOf(await write(desk.author, pageId, "The author's."));
  expect(await keptOn(pageId)).toEqual([
    {
      words: "The editor's.",
      writtenBy: "Edda Editor",
      setAsideBy: "Ada Author",
    },
  ]);
});

test("where the other took the block out, no words are lost and none are kept", async () => {
  const { pageId, revision } = await changedByEditor("gone", "The editor's.");
  const gone = { pageId, line: "main" as const, revision, blockId: "nothere" };
  expect(
    valueOf(
      await setWordsAside(desk.author.sessionId, { ...gone, block: null }),
    ),
  ).toBeNull();
  expect(await keptOn(pageId)).toEqual([]);
});

test("who may not write the page, a revision that never was, and no block are refused", async () => {
  const { pageId, ...met } = await changedByEditor("refused", "The editor's.");
  const left = { pageId, line: "main" as const, ...met, block: null };
  const because = async (
    by: Signed,
    input: Parameters<typeof setWordsAside>[1],
  ) => refusalOf(await setWordsAside(by.sessionId, input));
  expect(await because(desk.other, left)).toBe("not_found");
  expect(await because(desk.clinician, left)).toBe("not_found");
  expect(await because(desk.author, { ...left, line: "correction" })).toBe(
    "not_found",
  );
  expect(await because(desk.author, { ...left, revision: 99 })).toBe(
    "invalid_content",
  );
  expect(
    await because(desk.author, { ...left, block: { type: "script" } }),
  ).toBe("invalid_content");
  expect(await keptOn(pageId)).toEqual([]);
});

test("nobody is the author of words that were set aside; who puts them back is", async () => {
  const { pageId, ...met } = await changedByEditor("gate", "The editor's.");
  const left = { pageId, line: "main" as const, ...met };
  const second = desk.second;
  const id = valueOf(
    await setWordsAside(second.sessionId, {
      ...left,
      block: paragraph("The second editor's.", met.blockId),
    }),
  );
  const writers = async () =>
    (await listContributors(await submitMain(desk.author, pageId))).map(
      ({ personId }) => personId,
    );
  expect(await writers()).not.toContain(second.id);
  expect(valueOf(await putBackWords(second.sessionId, pageId, id ?? ""))).toBe(
    "main",
  );
  const words = (await draftOf(pageId)).content.body.content.map(blockText);
  expect(words.slice(1, 3)).toEqual(["The editor's.", "The second editor's."]);
  expect(await writers()).toContain(second.id);
});

/** The second editor's words set aside, and who wrote the next version. */
async function setAsideBySecond(slug: string) {
  const { pageId, ...met } = await changedByEditor(slug, "The editor's.");
  const block = paragraph("The second editor's.", met.blockId);
  const left = { pageId, line: "main" as const, ...met, block };
  const id = valueOf(await setWordsAside(desk.second.sessionId, left)) ?? "";
  const wrote = async () =>
    (await listContributors(await submitMain(desk.author, pageId)))
      .filter(({ because }) => because.includes("wrote"))
      .map(({ personId }) => personId);
  return { pageId, id, block, wrote };
}

test("words that somebody else puts back stay their writer's, also when they are changed again", async () => {
  const { pageId, id, wrote } = await setAsideBySecond("put-by-other");
  expect(await wrote()).not.toContain(desk.second.id);
  valueOf(await putBackWords(desk.author.sessionId, pageId, id));
  expect(await wrote()).toEqual(
    expect.arrayContaining([desk.author.id, desk.second.id]),
  );
  const { revision, content } = await draftOf(pageId);
  const blocks = content.body.content.map((block, place) =>
    place === 2 ? paragraph("Nearly the second editor's.", null) : block,
  );
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: revision },
      body: { type: "doc", content: blocks },
    }),
  );
  expect(await wrote()).toContain(desk.second.id);
  const { rows } = await desk.database.owner.query<{ isOwn: boolean }>(
    `SELECT desk.is_own_draft(id, $2, revision) AS "isOwn" FROM desk.draft WHERE page_id = $1`,
    [pageId, desk.second.id],
  );
  expect(rows).toEqual([{ isOwn: true }]);
});

test("words copied back by hand are their writer's too, and who wrote and puts back is named once", async () => {
  const { pageId, id, block, wrote } = await setAsideBySecond("by-hand");
  const { revision, content } = await draftOf(pageId);
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: revision },
      body: {
        type: "doc",
        content: [...content.body.content, { ...block, attrs: { id: null } }],
      },
    }),
  );
  expect(await wrote()).toContain(desk.second.id);
  valueOf(await putBackWords(desk.second.sessionId, pageId, id));
  const writers = await wrote();
  expect(writers.filter((one) => one === desk.second.id)).toHaveLength(1);
});

test("words are put back by who may write, on their own page", async () => {
  const { pageId, ...met } = await changedByEditor("back", "The editor's.");
  const left = { pageId, line: "main" as const, ...met, block: null };
  const id = valueOf(await setWordsAside(desk.author.sessionId, left)) ?? "";
  const back = async (by: Signed, page: string) =>
    refusalOf(await putBackWords(by.sessionId, page, id));
  expect(await back(desk.other, pageId)).toBe("not_found");
  const elsewhere = await makeCompletePage(desk.author, "elsewhere");
  expect(await back(desk.author, elsewhere)).toBe("not_found");
  await expect(
    desk.database.app.query("DELETE FROM desk.words_set_aside"),
  ).rejects.toThrow("permission denied");
});
