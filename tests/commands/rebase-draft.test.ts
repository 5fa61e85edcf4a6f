import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Block,
  blockIdOf,
  type PageContent,
} from "~/content/page-content";
import { blockTexts } from "~/content/plain-text";
import { openCorrection } from "~/commands/open-correction.server";
import { rebaseDraft } from "~/commands/rebase-draft.server";
import { saveDraft } from "~/commands/save-draft.server";
import { withdraw } from "~/commands/withdraw.server";
import { listPublishBlockers } from "~/data/gate.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { type DraftLine, findDraft } from "~/data/drafts.server";
import {
  makeCompletePage,
  openDesk,
  publishVersion,
  refusalOf,
  revisionOf,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

async function contentOf(
  pageId: string,
  line: DraftLine = "main",
): Promise<PageContent> {
  const draft = await findDraft(pageId, line);
  if (!draft) throw new Error("no draft");
  return draft.content;
}

async function write(
  pageId: string,
  line: DraftLine,
  index: number,
  text: string,
) {
  const { body } = await contentOf(pageId, line);
  const content = body.content.map((block, at): Block =>
    at === index
      ? {
          type: "paragraph",
          attrs: { id: blockIdOf(block) },
          content: [{ type: "text", text }],
        }
      : block,
  );
  return saveDraft(desk.author.sessionId, {
    pageId,
    line,
    baseRevision: await revisionOf(pageId, line),
    body: { type: "doc", content },
  });
}

/** A live page whose second block a correction changed while the draft was being written. */
async function movedBase(slug: string, drafted: Record<number, string>) {
  const pageId = await makeCompletePage(desk.author, slug);
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  for (const [index, text] of Object.entries(drafted))
    await write(pageId, "main", Number(index), text);
  const [, second] = (await contentOf(pageId)).body.content;
  const blockId = (second && blockIdOf(second)) ?? "";
  valueOf(
    await openCorrection(desk.author.sessionId, {
      pageId,
      scope: [blockId],
      reason: "A wrong word.",
    }),
  );
  valueOf(await write(pageId, "correction", 1, "ROS1 fusions: one in fifty."));
  const versionId = valueOf(
    await submitForReview(desk.author.sessionId, {
      pageId,
      line: "correction",
      baseRevision: await revisionOf(pageId, "correction"),
      kind: "safety_correction",
      scope: [],
      expertise: "laboratory_scientist",
      isConfirmed: false,
    }),
  );
  await publishVersion(desk, pageId, versionId);
  return { pageId, blockId };
}

const rebase = async (
  pageId: string,
  choices: [string, "draft" | "live"][] = [],
) =>
  rebaseDraft(desk.author.sessionId, {
    pageId,
    baseRevision: await revisionOf(pageId),
    choices: new Map(choices),
  });

const texts = async (pageId: string) =>
  blockTexts(await contentOf(pageId)).map(({ text }) => text);

test("the draft keeps what it changed and takes the corrected block", async () => {
  const { pageId } = await movedBase("merged", { 2: "Refer early." });
  expect(await texts(pageId)).toEqual([
    "Overview",
    "ROS1 fusions are rare.",
    "Refer early.",
  ]);
  valueOf(await rebase(pageId));
  expect(await texts(pageId)).toEqual([
    "Overview",
    "ROS1 fusions: one in fifty.",
    "Refer early.",
  ]);
});

test("where both changed a block the choice decides, and without one nothing is brought in", async () => {
  const mine = await movedBase("mine", { 1: "ROS1 fusions are found in 2 %." });
  expect(refusalOf(await rebase(mine.pageId))).toBe("invalid_form");
  valueOf(await rebase(mine.pageId, [[mine.blockId, "draft"]]));
  expect((await texts(mine.pageId))[1]).toBe("ROS1 fusions are found in 2 %.");
  const theirs = await movedBase("theirs", {
    1: "ROS1 fusions are found in 2 %.",
  });
  valueOf(await rebase(theirs.pageId, [[theirs.blockId, "live"]]));
  expect((await texts(theirs.pageId))[1]).toBe("ROS1 fusions: one in fifty.");
});

test("a page that was never live has nothing to bring in, and a stranger no draft", async () => {
  const pageId = await makeCompletePage(desk.author, "never-live");
  expect(refusalOf(await rebase(pageId))).toBe("not_live");
  const { pageId: moved } = await movedBase("strangers", { 2: "Refer early." });
  const stranger = rebaseDraft(desk.other.sessionId, {
    pageId: moved,
    baseRevision: await revisionOf(moved),
    choices: new Map(),
  });
  expect(refusalOf(await stranger)).toBe("not_found");
  const stale = rebaseDraft(desk.author.sessionId, {
    pageId: moved,
    baseRevision: 1,
    choices: new Map(),
  });
  expect(refusalOf(await stale)).toBe("stale_save");
});

test("a correction that was withdrawn is not undone by a version of the text before it", async () => {
  const { pageId } = await movedBase("corrected-then-withdrawn", {
    2: "A new last line.",
  });
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId,
      type: "error",
      isPermanent: false,
      reason: "The correction was wrong too.",
    }),
  );
  const before = await submitMain(desk.author, pageId);
  const codes = async (versionId: string) =>
    (await listPublishBlockers(versionId)).map(({ code }) => code);
  expect(await codes(before)).toContain("base_moved");
  expect(
    valueOf(
      await rebaseDraft(desk.author.sessionId, {
        pageId,
        baseRevision: await revisionOf(pageId),
        choices: new Map(),
      }),
    ),
  ).toBeGreaterThan(1);
  expect((await texts(pageId))[1]).toBe("ROS1 fusions: one in fifty.");
  const after = await submitMain(desk.author, pageId);
  expect(await codes(after)).not.toContain("base_moved");
});

test("a page that was withdrawn goes on from its own text without bringing anything in", async () => {
  const pageId = await makeCompletePage(desk.author, "withdrawn-goes-on");
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId,
      type: "error",
      isPermanent: false,
      reason: "A wrong number.",
    }),
  );
  valueOf(await write(pageId, "main", 1, "ROS1 fusions: one in sixty."));
  const next = await submitMain(desk.author, pageId);
  const codes = (await listPublishBlockers(next)).map(({ code }) => code);
  expect(codes).not.toContain("base_moved");
});
