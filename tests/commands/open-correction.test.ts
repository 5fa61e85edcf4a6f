import { afterAll, beforeAll, expect, test } from "vitest";
import { blockIdOf } from "~/content/page-content";
import { dropCorrection } from "~/commands/drop-correction.server";
import { openCorrection } from "~/commands/open-correction.server";
import { saveDraft } from "~/commands/save-draft.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { findDraft } from "~/data/drafts.server";
import { findPage } from "~/data/pages.server";
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

async function livePage(slug: string) {
  const pageId = await makeCompletePage(desk.author, slug);
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  const draft = await findDraft(pageId, "main");
  const ids =
    draft?.content.body.content.map((block) => blockIdOf(block) ?? "") ?? [];
  return { pageId, ids };
}

test("a correction is a small draft of the live text, beside the main one", async () => {
  const { pageId, ids } = await livePage("corrected");
  const scope = ids.slice(1, 2);
  valueOf(
    await openCorrection(desk.editor.sessionId, {
      pageId,
      scope,
      reason: "A wrong dose.",
    }),
  );
  const correction = await findDraft(pageId, "correction");
  const main = await findDraft(pageId, "main");
  expect(correction).toMatchObject({
    scope,
    reason: "A wrong dose.",
    revision: 1,
  });
  expect(correction?.content).toEqual(main?.content);
  const second = openCorrection(desk.author.sessionId, {
    pageId,
    scope,
    reason: "Again.",
  });
  expect(refusalOf(await second)).toBe("correction_open");
});

test("a correction says why and which blocks, of a page that is live", async () => {
  const { pageId, ids } = await livePage("reasons");
  const open = (scope: string[], reason: string) =>
    openCorrection(desk.author.sessionId, { pageId, scope, reason });
  expect(refusalOf(await open(ids, " "))).toBe("reason_missing");
  expect(refusalOf(await open([], "Why"))).toBe("scope_missing");
  expect(refusalOf(await open(["nowhere"], "Why"))).toBe("scope_missing");
  const draftOnly = await makeCompletePage(desk.author, "never-live");
  const notLive = openCorrection(desk.author.sessionId, {
    pageId: draftOnly,
    scope: ids,
    reason: "Why",
  });
  expect(refusalOf(await notLive)).toBe("not_live");
  const stranger = openCorrection(desk.other.sessionId, {
    pageId,
    scope: ids,
    reason: "Why",
  });
  expect(refusalOf(await stranger)).toBe("not_found");
});

test("a submitted correction keeps to its blocks and asks one reviewer and one editor", async () => {
  const { pageId, ids } = await livePage("kept-to");
  const [first = "", second = ""] = ids.slice(1);
  valueOf(
    await openCorrection(desk.author.sessionId, {
      pageId,
      scope: [first],
      reason: "A wrong word.",
    }),
  );
  const rewrite = async (blockId: string) => {
    const draft = await findDraft(pageId, "correction");
    const content = draft?.content.body.content.map((block) =>
      blockIdOf(block) === blockId
        ? {
            type: "paragraph",
            attrs: { id: blockId },
            content: [{ type: "text", text: "Corrected." }],
          }
        : block,
    );
    return saveDraft(desk.author.sessionId, {
      pageId,
      line: "correction",
      baseRevision: draft?.revision ?? 0,
      body: { type: "doc", content },
    });
  };
  const submit = async () =>
    submitForReview(desk.author.sessionId, {
      pageId,
      line: "correction",
      baseRevision: await revisionOf(pageId, "correction"),
      kind: "safety_correction",
      scope: [],
      expertise: "laboratory_scientist",
      isConfirmed: false,
    });
  valueOf(await rewrite(first));
  valueOf(await rewrite(second));
  const outside = await submit();
  expect(outside).toMatchObject({
    because: "scope_exceeded",
    detail: { blocks: [second] },
  });
  valueOf(await dropCorrection(desk.author.sessionId, pageId));
  valueOf(
    await openCorrection(desk.author.sessionId, {
      pageId,
      scope: [first],
      reason: "A wrong word.",
    }),
  );
  valueOf(await rewrite(first));
  const versionId = valueOf(await submit());
  const { rows } = await desk.database.app.query(
    "SELECT n.expertise FROM desk.round_need n JOIN desk.review_round r ON r.id = n.round_id WHERE r.version_id = $1 ORDER BY 1",
    [versionId],
  );
  expect(rows).toEqual([
    { expertise: "editor" },
    { expertise: "laboratory_scientist" },
  ]);
  expect(await findPage("kept-to", desk.author.id)).toMatchObject({
    correctionState: "in_review",
    deskState: "none",
  });
});
