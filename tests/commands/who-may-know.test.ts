import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assign } from "~/commands/assign.server";
import { dismissAssignment } from "~/commands/dismiss-assignment.server";
import { nameAlternates } from "~/commands/name-alternates.server";
import { nameConfidentialReader } from "~/commands/name-confidential-reader.server";
import { recordAbsence } from "~/commands/record-absence.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { type ActArgument, runAct } from "~/data/act.server";
import { previewDeparture } from "~/data/departure.server";
import { getHoldings } from "~/data/person-holdings.server";
import { appPool } from "~/data/pools.server";
import {
  findReviewRequest,
  recordAssignmentLink,
} from "~/data/review-requests.server";
import { getRulesEffects } from "~/data/rules-effects.server";
import { listUnheldPages } from "~/data/unheld-pages.server";
import { handOverWhatIsDue } from "~/commands/hand-over-absent.server";
import { hashToken, makeToken } from "~/lib/token.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  join,
  openReviewDesk,
  refusalOf,
  type ReviewDesk,
  type Someone,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let stranger: Someone;
let page: Submitted;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.setClock("2026-03-02T12:00:00Z");
  await database.owner.query(
    `UPDATE desk.review_round SET closed_at = desk.clock(), closed_because = 'taken_back' WHERE closed_at IS NULL;
     UPDATE desk.page SET archived_at = desk.clock() WHERE archived_at IS NULL`,
  );
  desk = await openReviewDesk(database);
  stranger = await join(database, "Sten Stranger", ["editor", "author"]);
  page = await submitPage(database, desk.author);
});
afterAll(() => database.drop());

const lab = "laboratory_scientist";

const rowsOf = async <Row extends object>(
  query: string,
  values: unknown[] = [],
) => (await database.owner.query<Row>(query, values)).rows;

const hide = async ({ pageId } = page) =>
  valueOf(
    await setConfidentialUntil(desk.editor.sessionId, pageId, "2026-12-01"),
  );

const ask = async (reviewerId = desk.scientist.id) =>
  valueOf(
    await assign(desk.editor.sessionId, {
      ...{ roundId: page.roundId, expertise: lab, reviewerId },
      ...{ respondBy: null, reviewBy: null },
    }),
  );

const act = async (
  { sessionId }: Someone,
  name: string,
  ...args: ActArgument[]
) => refusalOf(await runAct(appPool(), name, [sessionId, ...args]));

/** Each act of an editor that takes a page, or something that belongs to one. */
async function actsOn(assignmentId: string) {
  const { pageId, versionId, roundId } = page;
  const [draft] = await rowsOf<{ id: string }>(
    "SELECT id FROM desk.draft WHERE page_id = $1",
    [pageId],
  );
  const why = "A good reason.";
  const acts: [string, ...ActArgument[]][] = [
    ["hand_over_page", pageId, stranger.id],
    ["add_author", pageId, stranger.id],
    ["remove_author", pageId, desk.author.id],
    ["rename_page", pageId, `other-${randomUUID()}`, why],
    ["set_page_place", pageId, "gene_summary", "en-GB", null],
    ["publish", versionId],
    ["withdraw", pageId, "error", false, why],
    ["reinstate", pageId, why],
    ["withhold_block", pageId, "b1", why],
    ["put_up_notice", pageId, "safety_notice", why],
    ["bring_date_forward", pageId, "2026-06-01", why],
    ["open_rereview", pageId],
    ["snooze", pageId, "assign", "2026-03-05", why],
    ["take_back", versionId],
    ["take_pen", draft?.id ?? null, why],
    ["assign", roundId, lab, desk.otherScientist.id, null, null],
    ["name_alternates", roundId, lab, [desk.otherScientist.id]],
    ["dismiss_assignment", assignmentId],
    ["remind", assignmentId],
    ["extend_review_by", assignmentId, "2026-12-24", why],
    ["stand_in", assignmentId, desk.otherScientist.id],
    ["raise_comment", versionId, "question", null, "", "What is this?"],
  ];
  return acts;
}

test("to an editor who was not named, every act answers as if a confidential page were not there", async () => {
  const assignmentId = await ask();
  await hide();
  const said: Record<string, string> = {};
  for (const [name, ...args] of await actsOn(assignmentId))
    said[name] = await act(stranger, name, ...args);
  expect(new Set(Object.values(said)), JSON.stringify(said)).toEqual(
    new Set(["not_found"]),
  );
  const [kept] = await rowsOf<{ owner: string; authors: string[] }>(
    `SELECT owner_id AS owner, (SELECT array_agg(person_id) FROM desk.page_author WHERE page_id = p.id) AS authors
       FROM desk.page p WHERE id = $1`,
    [page.pageId],
  );
  expect(kept?.owner).toBe(desk.author.id);
  expect(kept?.authors ?? []).not.toContain(stranger.id);
  // Named, the same editor acts; and so everybody does on any other page.
  valueOf(
    await nameConfidentialReader(
      desk.editor.sessionId,
      page.pageId,
      stranger.id,
    ),
  );
  for (const [name, ...args] of await actsOn(assignmentId))
    expect(await act(stranger, name, ...args), name).not.toBe("not_found");
});

const away = (deputyId: string) =>
  recordAbsence(desk.scientist.sessionId, {
    personId: desk.scientist.id,
    ...{ from: "2026-03-02", until: "2026-03-20" },
    deputies: { [lab]: deputyId },
  });

const invited = async () =>
  (
    await rowsOf<{ id: string }>(
      "SELECT reviewer_id AS id FROM desk.assignment WHERE round_id = $1 AND state = 'invited'",
      [page.roundId],
    )
  ).map(({ id }) => id);

const toldOf = async (kind: string) =>
  (
    await rowsOf<{ id: string }>(
      "SELECT recipient_id AS id FROM desk.alert WHERE kind = $1 AND page_id = $2",
      [kind, page.pageId],
    )
  ).map(({ id }) => id);

test("an editor taken off the names knows no more of a confidential page; one name stays, and so does who scheduled", async () => {
  await hide();
  const { pageId } = page;
  const unname = (by: Someone, whom: Someone) =>
    act(by, "unname_confidential_reader", pageId, whom.id);
  expect(await unname(desk.editor, desk.editor)).toBe("last_reader");
  expect(await unname(stranger, desk.editor)).toBe("not_found");
  valueOf(
    await nameConfidentialReader(desk.editor.sessionId, pageId, stranger.id),
  );
  expect(await unname(desk.scientist, stranger)).toBe("not_an_editor");
  await rowsOf(
    `INSERT INTO desk.schedule (page_id, version_id, content_sha256, publish_at, scheduled_by, method)
     SELECT page_id, id, content_sha256, desk.clock() + interval '3 days', $2, 'password' FROM desk.version WHERE id = $1`,
    [page.versionId, stranger.id],
  );
  expect(await unname(desk.editor, stranger)).toBe("reader_scheduled");
  await rowsOf(
    "UPDATE desk.schedule SET cancelled_at = desk.clock() WHERE page_id = $1",
    [pageId],
  );
  expect(await unname(desk.editor, stranger)).toBe("done");
  expect(await unname(desk.editor, stranger)).toBe("already_decided");
  expect(await act(stranger, "take_back", page.versionId)).toBe("not_found");
  expect(
    await rowsOf(
      "SELECT payload::jsonb ->> 'person' AS person FROM desk.audit_event WHERE act = 'unname_confidential_reader' AND page_id = $1",
      [pageId],
    ),
  ).toEqual([{ person: stranger.id }]);
});

test("a reviewer's deputy does not get to see a confidential page; its editors are told", async () => {
  await ask();
  await hide();
  const [shelf] = await rowsOf<{ id: string }>(
    "INSERT INTO desk.collection (slug, name, lead_id) VALUES ($1, 'Cancer', $2) RETURNING id",
    [`c-${randomUUID()}`, stranger.id],
  );
  await rowsOf("UPDATE desk.page SET collection_id = $1 WHERE id = $2", [
    shelf?.id,
    page.pageId,
  ]);
  valueOf(await away(desk.otherScientist.id));
  await handOverWhatIsDue();
  expect(await invited()).toEqual([desk.scientist.id]);
  expect(await toldOf("no_holder")).toEqual([desk.editor.id]);
});

test("with no editor left who may know of it, the owner is told that nobody holds a review", async () => {
  await ask();
  await hide();
  await rowsOf("DELETE FROM desk.confidential_reader WHERE page_id = $1", [
    page.pageId,
  ]);
  valueOf(await away(desk.otherScientist.id));
  await handOverWhatIsDue();
  expect(await toldOf("no_holder")).toEqual([desk.author.id]);
});

test("a deputy whom an editor of the page named as an alternate takes a confidential review", async () => {
  await ask();
  await hide();
  valueOf(
    await nameAlternates(desk.editor.sessionId, page.roundId, lab, [
      desk.otherScientist.id,
    ]),
  );
  valueOf(await away(desk.otherScientist.id));
  await handOverWhatIsDue();
  expect(await invited()).toEqual([desk.otherScientist.id]);
});

test("an alternate named by somebody who may not know of the page is not asked", async () => {
  const assignmentId = await ask();
  valueOf(
    await nameAlternates(stranger.sessionId, page.roundId, lab, [
      desk.otherScientist.id,
    ]),
  );
  await hide();
  await rowsOf("UPDATE desk.assignment SET state = 'declined' WHERE id = $1", [
    assignmentId,
  ]);
  const [asked] = await rowsOf<{ id: string | null }>(
    "SELECT desk.ask_next_alternate($1, $2) AS id",
    [page.roundId, lab],
  );
  expect(asked?.id).toBeNull();
  expect(await invited()).toEqual([]);
});

test("the refusal of a deputy names a confidential page to nobody who may not know of it", async () => {
  await ask();
  await rowsOf(
    "INSERT INTO desk.person_role (person_id, role) VALUES ($1, 'reviewer') ON CONFLICT DO NOTHING",
    [desk.author.id],
  );
  await rowsOf(
    "INSERT INTO desk.person_expertise (person_id, expertise) VALUES ($1, $2)",
    [desk.author.id, lab],
  );
  const named = async ({ sessionId }: Someone) => {
    const refusal: unknown = await database.app
      .query(
        "SELECT desk.record_absence($1, $2, '2026-03-02', '2026-03-20', $3)",
        [
          ...[sessionId, desk.scientist.id],
          JSON.stringify({ [lab]: desk.author.id }),
        ],
      )
      .catch((error: unknown) => error);
    expect(String(refusal)).toContain("deputy_is_author");
    return JSON.stringify(refusal);
  };
  await hide();
  const [{ slug } = { slug: "none" }] = await rowsOf<{ slug: string }>(
    "SELECT slug FROM desk.page WHERE id = $1",
    [page.pageId],
  );
  expect(await named(stranger)).not.toContain(slug);
  expect(await named(desk.editor)).toContain(slug);
});

test("reports, previews and people's screens name a confidential page to its own people alone", async () => {
  await ask();
  const seenBy = async ({ id }: Someone) => {
    const [unheld, owned, held, effects, leaving] = await Promise.all([
      listUnheldPages(id),
      getHoldings(desk.author.id, id),
      getHoldings(desk.scientist.id, id),
      getRulesEffects("gene_summary", true, 1, 0, id),
      previewDeparture(desk.author.id, null, {}, id),
    ]);
    return {
      unheld: unheld.length,
      owned: owned.pages.length,
      reviews: held.reviews.length,
      rounds: [effects.rounds.length, effects.openRounds],
      leaving: leaving.map(({ title, slug }) => [title, slug !== null]),
    };
  };
  const all = {
    ...{ unheld: 1, owned: 1, reviews: 1, rounds: [1, 1] },
    leaving: [["SDHB", true]],
  };
  expect(await seenBy(stranger)).toEqual(all);
  await hide();
  expect(await seenBy(desk.editor)).toEqual(all);
  expect(await seenBy(stranger)).toEqual({
    ...{ unheld: 0, owned: 0, reviews: 0, rounds: [0, 0] },
    leaving: [["A confidential page", false]],
  });
});

test("the link of a request says the title only while it is open to somebody who may know of the page", async () => {
  const assignmentId = await ask();
  const link = hashToken(makeToken());
  expect(await recordAssignmentLink(assignmentId, link)).toBe(true);
  const title = async () => (await findReviewRequest(link))?.title;
  await hide();
  expect(await title()).toBe("SDHB");
  await rowsOf("UPDATE desk.assignment SET state = 'declined' WHERE id = $1", [
    assignmentId,
  ]);
  expect(await title()).toBeNull();
  await rowsOf("UPDATE desk.assignment SET state = 'invited' WHERE id = $1", [
    assignmentId,
  ]);
  valueOf(await dismissAssignment(desk.editor.sessionId, assignmentId));
  expect(await title()).toBeNull();
});
