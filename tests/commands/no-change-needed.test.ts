import { afterAll, beforeAll, expect, test } from "vitest";
import { assign } from "~/commands/assign.server";
import { confirmClaims } from "~/commands/confirm-claims.server";
import { openRereview } from "~/commands/open-rereview.server";
import { publish } from "~/commands/publish.server";
import { listClaims } from "~/data/claims.server";
import { findLatestRun } from "~/data/findings.server";
import { listSignBlockers } from "~/data/gate.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  openReviewDesk,
  refusalOf,
  type ReviewDesk,
  sign,
  type Someone,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});
afterAll(() => database.drop());

const text =
  "SDHB is a gene. Testing is recommended by the society as of 4 May 2025. The drug is licensed in the United Kingdom, as of 1 June 2025.";

/** Asks both expertises, confirms what they have to and signs for both. */
async function approve(page: Submitted, scientist: Someone = desk.scientist) {
  for (const [reviewer, expertise] of [
    [scientist, "laboratory_scientist"],
    [desk.medicalEditor, "medical_editor"],
  ] as const) {
    const id = await ask(desk.editor, page, reviewer, expertise);
    valueOf(await confirm(id, page.sha, reviewer));
    valueOf(await sign(database, reviewer, id, page.sha));
  }
}

async function today(): Promise<string> {
  const { rows } = await database.owner.query<{ today: string }>(
    "SELECT desk.today()::text AS today",
  );
  return rows[0]?.today ?? "";
}

async function confirm(
  assignmentId: string,
  contentSha256: string,
  by = desk.scientist,
  { leaveOut = 0, source = "Guideline of 2025, section 3" } = {},
) {
  const claims = await listClaims(assignmentId);
  return confirmClaims(by.sessionId, {
    ...{ assignmentId, contentSha256, day: await today() },
    sources: Object.fromEntries(
      claims.slice(leaveOut).map(({ claimId }) => [claimId, source]),
    ),
  });
}

async function live() {
  const page = await submitPage(database, desk.author, text);
  await approve(page);
  valueOf(await publish(desk.editor.sessionId, page.versionId));
  return page;
}

async function again({ pageId }: Submitted): Promise<Submitted> {
  const versionId = valueOf(await openRereview(desk.editor.sessionId, pageId));
  const { rows } = await database.owner.query<{ roundId: string; sha: string }>(
    `SELECT r.id AS "roundId", v.content_sha256 AS sha FROM desk.review_round r
       JOIN desk.version v ON v.id = r.version_id WHERE v.id = $1`,
    [versionId],
  );
  return { pageId, versionId, ...(rows[0] ?? { roundId: "", sha: "" }) };
}

const codes = async (id: string, sha: string) =>
  (await listSignBlockers(id, sha)).map(({ code }) => code);

test("a first text asks for no confirmation, the same text again asks for each sentence that can expire", async () => {
  const page = await submitPage(database, desk.author, text);
  const first = await ask(
    desk.editor,
    page,
    desk.scientist,
    "laboratory_scientist",
  );
  expect(await listClaims(first)).toEqual([]);
  const round = await again(await live());
  expect(await findLatestRun(round.versionId)).not.toBeNull();
  const id = await ask(
    desk.editor,
    round,
    desk.scientist,
    "laboratory_scientist",
  );
  expect((await listClaims(id)).map(({ sentence }) => sentence)).toEqual([
    "Testing is recommended by the society as of 4 May 2025.",
    "The drug is licensed in the United Kingdom, as of 1 June 2025.",
  ]);
});

test("an approval waits for every sentence, a request for changes for none", async () => {
  const round = await again(await live());
  const id = await ask(
    desk.editor,
    round,
    desk.scientist,
    "laboratory_scientist",
  );
  expect(await codes(id, round.sha)).toEqual(["claims_unconfirmed"]);
  valueOf(await confirm(id, round.sha, desk.scientist, { leaveOut: 1 }));
  expect(await codes(id, round.sha)).toEqual(["claims_unconfirmed"]);
  expect(refusalOf(await sign(database, desk.scientist, id, round.sha))).toBe(
    "claims_unconfirmed",
  );
  valueOf(await confirm(id, round.sha, desk.scientist, { source: " " }));
  expect(await codes(id, round.sha)).toEqual(["claims_unconfirmed"]);
  const asked = valueOf(
    await sign(database, desk.scientist, id, round.sha, "request_changes"),
  );
  valueOf(await confirm(id, round.sha));
  valueOf(
    await sign(database, desk.scientist, id, round.sha, "approve", asked),
  );
});

test("confirming moves no date; only what was signed and published does", async () => {
  const page = await live();
  const dates = async () =>
    (
      await database.owner.query(
        "SELECT last_reviewed_on, next_review_due FROM desk.publication WHERE page_id = $1 AND ended_at IS NULL",
        [page.pageId],
      )
    ).rows;
  const before = await dates();
  await database.advance("30 days");
  const round = await again(page);
  const id = await ask(
    desk.editor,
    round,
    desk.scientist,
    "laboratory_scientist",
  );
  valueOf(await confirm(id, round.sha));
  expect(await dates()).toEqual(before);
});

test("nobody confirms for another, on another text, or with a day to come", async () => {
  const round = await again(await live());
  const id = await ask(
    desk.editor,
    round,
    desk.scientist,
    "laboratory_scientist",
  );
  expect(refusalOf(await confirm(id, round.sha, desk.otherScientist))).toBe(
    "not_found",
  );
  expect(refusalOf(await confirm(id, "0".repeat(64)))).toBe("stale_version");
  expect(
    refusalOf(
      await confirmClaims(desk.scientist.sessionId, {
        ...{ assignmentId: id, contentSha256: round.sha, sources: {} },
        day: "2199-01-01",
      }),
    ),
  ).toBe("day_out_of_range");
  await expect(
    database.owner.query("DELETE FROM desk.claim_confirmation"),
  ).rejects.toThrow(/immutable/);
});

test("who found twice in a row that nothing had to change does not approve a third time", async () => {
  const page = await live();
  for (let reviews = 0; reviews < 2; reviews += 1) {
    const round = await again(page);
    await approve(round);
    valueOf(await publish(desk.editor.sessionId, round.versionId));
  }
  const third = await again(page);
  const blocked = await database.owner.query<{ again: boolean[] }>(
    `SELECT ARRAY[desk.same_reviewer_again($1, 'laboratory_scientist', $2),
                  desk.same_reviewer_again($1, 'laboratory_scientist', $3),
                  desk.same_reviewer_again($1, 'medical_editor', $2)] AS again`,
    [third.roundId, desk.scientist.id, desk.otherScientist.id],
  );
  expect(blocked.rows).toEqual([{ again: [true, false, false] }]);
  expect(
    refusalOf(
      await assign(desk.editor.sessionId, {
        roundId: third.roundId,
        expertise: "laboratory_scientist",
        reviewerId: desk.scientist.id,
        ...{ respondBy: null, reviewBy: null, answersDecisionId: null },
      }),
    ),
  ).toBe("same_reviewer_again");
  // Whoever is asked all the same may find that the text must change.
  const { rows } = await database.owner.query<{ id: string }>(
    `INSERT INTO desk.assignment (round_id, expertise, reviewer_id, state, respond_by, review_by)
     VALUES ($1, 'laboratory_scientist', $2, 'accepted', desk.today(), desk.today()) RETURNING id`,
    [third.roundId, desk.scientist.id],
  );
  const id = rows[0]?.id ?? "";
  valueOf(await confirm(id, third.sha));
  expect(await codes(id, third.sha)).toEqual(["same_reviewer_again"]);
  expect(refusalOf(await sign(database, desk.scientist, id, third.sha))).toBe(
    "same_reviewer_again",
  );
  const other = await ask(
    ...([
      desk.editor,
      third,
      desk.otherScientist,
      "laboratory_scientist",
    ] as const),
  );
  valueOf(await confirm(other, third.sha, desk.otherScientist));
  valueOf(await sign(database, desk.otherScientist, other, third.sha));
});
