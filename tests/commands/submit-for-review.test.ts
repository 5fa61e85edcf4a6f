import { afterAll, beforeAll, expect, test } from "vitest";
import { changeDetails } from "~/commands/change-details.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { listContributors, listVersions } from "~/data/versions.server";
import {
  approveVersion,
  makeCompletePage,
  makePage,
  openDesk,
  publishVersion,
  refusalOf,
  revisionOf,
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

const submit = async (
  by: Signed,
  pageId: string,
  given: Partial<Parameters<typeof submitForReview>[1]> = {},
) =>
  submitForReview(by.sessionId, {
    pageId,
    line: "main",
    baseRevision: await revisionOf(pageId),
    kind: "full_review",
    scope: [],
    expertise: null,
    isConfirmed: false,
    ...given,
  });

const retitle = async (pageId: string, title: string) =>
  changeDetails(desk.author.sessionId, {
    pageId,
    line: "main",
    baseRevision: await revisionOf(pageId),
    details: { title },
  });

test("a submission makes a version with its hash, opens its round and runs the checks on it", async () => {
  const pageId = await makeCompletePage(desk.author, "submitted");
  const versionId = valueOf(await submit(desk.author, pageId));
  const [version] = await listVersions(pageId);
  expect(version).toMatchObject({
    id: versionId,
    number: 1,
    state: "in_review",
    roundKind: "full_review",
    submittedBy: "Ada Author",
  });
  expect(version?.contentSha256).toMatch(/^[0-9a-f]{64}$/);
  const { rows } = await desk.database.app.query(
    "SELECT content_sha256 FROM desk.check_run WHERE version_id = $1",
    [versionId],
  );
  expect(rows).toEqual([{ content_sha256: version?.contentSha256 }]);
  expect(await listContributors(versionId)).toEqual([
    {
      personId: desk.author.id,
      name: "Ada Author",
      because: ["credited", "submitted", "wrote"],
    },
  ]);
});

test("what the draft does not say yet is named, all at once", async () => {
  const pageId = await makePage(desk.author, "incomplete", {
    title: " ",
    jurisdictions: [],
    credits: [],
  });
  const outcome = await submit(desk.author, pageId);
  expect(outcome).toMatchObject({
    ok: false,
    because: "draft_incomplete",
    detail: {
      missing: ["title", "jurisdiction", "change_note", "human_author"],
    },
  });
});

test("the same text is not submitted twice, and a stale one not at all", async () => {
  const pageId = await makeCompletePage(desk.author, "twice");
  await submitMain(desk.author, pageId);
  expect(refusalOf(await submit(desk.author, pageId))).toBe("nothing_changed");
  expect(
    refusalOf(await submit(desk.author, pageId, { baseRevision: 1 })),
  ).toBe("stale_save");
});

test("nobody outside the team submits", async () => {
  const pageId = await makeCompletePage(desk.author, "others");
  expect(refusalOf(await submit(desk.other, pageId))).toBe("not_found");
});

test("an approved version gives way only with an editor's yes", async () => {
  const pageId = await makeCompletePage(desk.author, "approved");
  const first = await submitMain(desk.author, pageId);
  await approveVersion(desk, pageId, first);
  await retitle(pageId, "ROS1 again");
  expect(
    refusalOf(await submit(desk.author, pageId, { isConfirmed: true })),
  ).toBe("cancels_approved");
  expect(refusalOf(await submit(desk.editor, pageId))).toBe("cancels_approved");
  const second = valueOf(
    await submit(desk.editor, pageId, { isConfirmed: true }),
  );
  const states = (await listVersions(pageId)).map(({ id, closedBecause }) => [
    id,
    closedBecause,
  ]);
  expect(states).toEqual([
    [second, null],
    [first, "superseded"],
  ]);
});

test("an update names its blocks and needs a live page", async () => {
  const pageId = await makeCompletePage(desk.author, "update");
  expect(
    refusalOf(
      await submit(desk.author, pageId, { kind: "update", scope: ["x"] }),
    ),
  ).toBe("base_moved");
  const first = await submitMain(desk.author, pageId);
  await publishVersion(desk, pageId, first);
  await retitle(pageId, "Another title");
  expect(refusalOf(await submit(desk.author, pageId, { kind: "update" }))).toBe(
    "scope_missing",
  );
  const outside = await submit(desk.author, pageId, {
    kind: "update",
    scope: ["x"],
  });
  expect(outside).toMatchObject({
    because: "scope_exceeded",
    detail: { blocks: ["(metadata)"] },
  });
});

test("the main draft is never a safety correction", async () => {
  const pageId = await makeCompletePage(desk.author, "wrong-kind");
  expect(
    refusalOf(await submit(desk.author, pageId, { kind: "safety_correction" })),
  ).toBe("wrong_kind");
});
