import { afterAll, beforeAll, expect, test } from "vitest";
import { approveReusable } from "~/commands/approve-reusable.server";
import { checkDraft } from "~/commands/check-draft.server";
import { saveDraft } from "~/commands/save-draft.server";
import { writeReusable } from "~/commands/write-reusable.server";
import type { PageContent } from "~/content/page-content";
import { blockTexts } from "~/content/plain-text";
import { countPagesShowing, listVersionsOf } from "~/data/components.server";
import {
  makeCompletePage,
  openDesk,
  refusalOf,
  revisionOf,
  type Signed,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const write = (by: Signed, slug: string, text: string) =>
  writeReusable(by.sessionId, {
    slug,
    kind: "disclaimer",
    name: "General disclaimer",
    text,
  });

async function approve(by: Signed, slug: string, number: number, sha?: string) {
  const versions = await listVersionsOf(slug);
  const held = versions.find((version) => version.number === number);
  const sha256 = sha ?? held?.sha256 ?? "";
  const reason = "Agreed by the editorial board.";
  return approveReusable(by.sessionId, { slug, number, sha256, reason });
}

async function approved(slug: string, text: string): Promise<void> {
  const number = valueOf(await write(desk.author, slug, text));
  valueOf(await approve(desk.editor, slug, number));
}

const save = async (pageId: string, version: number, ...content: unknown[]) =>
  saveDraft(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: await revisionOf(pageId),
    body: {
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "Words." }] },
        {
          type: "reusable",
          attrs: { component: "pinned", version, kind: "disclaimer" },
          content,
        },
      ],
    },
  });

test("a text is written as paragraphs, and its versions are numbered", async () => {
  const first = await write(
    desk.author,
    "numbered",
    "One line\nof a paragraph.\n\n  Another one.\n\n\n",
  );
  expect(valueOf(first)).toBe(1);
  const [version] = await listVersionsOf("numbered");
  expect(version).toMatchObject({
    number: 1,
    writtenBy: "Ada Author",
    approvedBy: null,
    content: [
      {
        type: "paragraph",
        content: [{ type: "text", text: "One line of a paragraph." }],
      },
      {
        type: "paragraph",
        content: [{ type: "text", text: "Another one." }],
      },
    ],
  });
  expect(valueOf(await write(desk.other, "numbered", "Other."))).toBe(2);
  expect(refusalOf(await write(desk.author, "numbered", "Other."))).toBe(
    "nothing_changed",
  );
});

test("an editor who did not write it approves it once, for the words they saw", async () => {
  await write(desk.editor, "approved-once", "By the editor.");
  const slug = "approved-once";
  expect(refusalOf(await approve(desk.author, slug, 1))).toBe("not_an_editor");
  expect(refusalOf(await approve(desk.editor, slug, 1))).toBe("own_work");
  expect(refusalOf(await approve(desk.second, slug, 1, "0".repeat(64)))).toBe(
    "stale_version",
  );
  expect(refusalOf(await approve(desk.second, slug, 2))).toBe("not_found");
  expect(refusalOf(await approve(desk.second, slug, 1))).toBe("done");
  expect(refusalOf(await approve(desk.second, slug, 1))).toBe(
    "already_decided",
  );
  const [version] = await listVersionsOf(slug);
  expect(version?.approvedBy).toBe("Egon Editor");
  expect(version?.reason).toBe("Agreed by the editorial board.");
});

test("a reviewer writes none, and a text has a name, words and a kind that stays", async () => {
  expect(refusalOf(await write(desk.clinician, "theirs", "Words."))).toBe(
    "not_an_author",
  );
  expect(refusalOf(await write(desk.author, "Not A Name", "Words."))).toBe(
    "invalid_slug",
  );
  expect(refusalOf(await write(desk.author, "empty", " \n\n "))).toBe(
    "invalid_content",
  );
  await write(desk.author, "kind-stays", "Words.");
  const other = await writeReusable(desk.author.sessionId, {
    slug: "kind-stays",
    kind: "ai_notice",
    name: "A notice",
    text: "Other words.",
  });
  expect(refusalOf(other)).toBe("slug_taken");
});

test("a save puts the approved words in, whatever the browser sent", async () => {
  await approved("pinned", "Not medical advice.");
  const pageId = await makeCompletePage(desk.author, "pins-a-text");
  const sent = {
    type: "paragraph",
    content: [{ type: "text", text: "Buy our tablets." }],
  };
  const { content } = valueOf(await save(pageId, 1, sent));
  expect(blockTexts(content).map(({ text }) => text)).toEqual([
    "Words.",
    "Not medical advice.",
  ]);
  expect(await countPagesShowing("pinned")).toEqual([{ number: 1, pages: 1 }]);
  expect(await findingsOn(content)).toEqual([]);

  valueOf(await write(desk.author, "pinned", "No advice at all."));
  expect(refusalOf(await save(pageId, 2, sent))).toBe("reusable_unknown");
  expect(await findingsOn(content)).toEqual([]);
  valueOf(await approve(desk.editor, "pinned", 2));
  expect(await findingsOn(content)).toEqual(["warns"]);
  const next = valueOf(await save(pageId, 2, sent)).content;
  expect(blockTexts(next)[1]?.text).toBe("No advice at all.");
  expect(await findingsOn(next)).toEqual([]);
});

test("words that came by another way than a save are blocked by the checks", async () => {
  const pageId = await makeCompletePage(desk.author, "other-way");
  const saved = valueOf(await save(pageId, 1, { type: "paragraph" })).content;
  const changed = JSON.parse(
    JSON.stringify(saved).replace("Not medical", "Sound medical"),
  ) as PageContent;
  expect(await findingsOn(changed)).toEqual(["blocks"]);
});

test("what was written and approved stays as it is", async () => {
  for (const table of [
    "component",
    "component_version",
    "component_approval",
  ]) {
    await expect(
      desk.database.app.query(`DELETE FROM desk.${table}`),
    ).rejects.toThrow("permission denied");
    await expect(
      desk.database.owner.query(`DELETE FROM desk.${table}`),
    ).rejects.toThrow("immutable");
  }
});

async function findingsOn(content: PageContent): Promise<string[]> {
  const { findings } = await checkDraft(content, false);
  return findings
    .filter(({ rule }) => rule === "P21")
    .map(({ severity }) => severity);
}
