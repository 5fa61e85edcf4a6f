import { afterAll, beforeAll, expect, test } from "vitest";
import type { Body } from "~/content/page-content";
import { findDraft } from "~/data/drafts.server";
import { saveDraft } from "~/commands/save-draft.server";
import {
  makePage,
  openDesk,
  refusalOf,
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
  pageId: string,
  baseRevision: number,
  body: unknown,
  by = desk.author,
) => saveDraft(by.sessionId, { pageId, line: "main", baseRevision, body });

test("a save is stored with an id for every block", async () => {
  const pageId = await makePage(desk.author, "saved");
  const { revision, content } = valueOf(await save(pageId, 1, twoParagraphs));
  const ids = content.body.content.map((block) => block.attrs?.id);
  expect(revision).toBe(2);
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => /^[a-z2-7]{10}$/.test(id ?? ""))).toBe(true);
  expect((await findDraft(pageId, "main"))?.content).toEqual(content);
});

test("saving the stored text again changes nothing", async () => {
  const pageId = await makePage(desk.author, "same");
  const { content } = valueOf(await save(pageId, 1, twoParagraphs));
  const again = valueOf(await save(pageId, 2, content.body));
  expect(again).toEqual({ revision: 2, content });
});

test("a save that started from an older revision is refused and writes nothing", async () => {
  const pageId = await makePage(desk.author, "stale");
  const { content } = valueOf(await save(pageId, 1, twoParagraphs));
  const stale = await save(
    pageId,
    1,
    { type: "doc", content: [{ type: "paragraph" }] },
    desk.editor,
  );
  expect(stale).toMatchObject({
    ok: false,
    because: "stale_save",
    detail: { revision: 2 },
  });
  expect((await findDraft(pageId, "main"))?.content).toEqual(content);
});

test("for anybody outside the team the draft is not there", async () => {
  const pageId = await makePage(desk.author, "not-yours");
  expect(refusalOf(await save(pageId, 1, twoParagraphs, desk.other))).toBe(
    "not_found",
  );
  expect(refusalOf(await save(pageId, 1, twoParagraphs, desk.clinician))).toBe(
    "not_found",
  );
});

test("whatever the browser sent, what the schema does not allow is refused with a sentence", async () => {
  const pageId = await makePage(desk.author, "odd-body");
  const script = {
    type: "doc",
    content: [
      { type: "script", content: [{ type: "text", text: "alert(1)" }] },
    ],
  };
  const link: Body = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          {
            type: "text",
            text: "x",
            marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
          },
        ],
      },
    ],
  };
  for (const body of [
    script,
    link,
    null,
    "text",
    { type: "doc", content: [], extra: 1 },
  ]) {
    const outcome = await save(pageId, 1, body);
    expect(outcome).toMatchObject({ ok: false, because: "invalid_content" });
    expect(outcome.problems?.[0]?.message).toMatch(/\.$/);
  }
  expect((await findDraft(pageId, "main"))?.revision).toBe(1);
});

test("a page has no correction to save in until one is opened", async () => {
  const pageId = await makePage(desk.author, "no-correction");
  const saved = saveDraft(desk.author.sessionId, {
    pageId,
    line: "correction",
    baseRevision: 1,
    body: twoParagraphs,
  });
  expect(refusalOf(await saved)).toBe("not_found");
});
