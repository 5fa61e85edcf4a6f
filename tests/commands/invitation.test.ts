import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptAssignment } from "~/commands/accept-assignment.server";
import { acceptByLink } from "~/commands/accept-by-link.server";
import { assign } from "~/commands/assign.server";
import { declineAssignment } from "~/commands/decline-assignment.server";
import { declineByLink } from "~/commands/decline-by-link.server";
import { dismissAssignment } from "~/commands/dismiss-assignment.server";
import { archivePage } from "~/commands/archive-page.server";
import { nameAlternates } from "~/commands/name-alternates.server";
import { proposeByLink } from "~/commands/propose-by-link.server";
import { proposeColleague } from "~/commands/propose-colleague.server";
import { renewReviewRequest } from "~/commands/renew-review-request.server";
import { settleColleague } from "~/commands/settle-colleague.server";
import { standIn } from "~/commands/stand-in.server";
import { takeBack } from "~/commands/take-back.server";
import {
  listAlternates,
  listProposedColleagues,
} from "~/data/alternates.server";
import { listRoundAssignments } from "~/data/assignments.server";
import {
  findEndedRequest,
  listEndedRequests,
} from "~/data/ended-requests.server";
import { findReviewRequest } from "~/data/review-requests.server";
import { lapseWhatIsDue } from "~/jobs/lapse-requests.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { hashToken, makeToken } from "~/lib/token.server";
import type { OutgoingMail } from "~/mail/outgoing-mail";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  resubmit,
  refusalOf,
  type ReviewDesk,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let page: Submitted;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  // Sent at the last test's hour: the clock goes back, and they would wait.
  await outbox();
  // A Monday at noon, with nobody's other reviews about.
  await database.setClock("2026-03-02T12:00:00Z");
  await database.owner.query(
    "UPDATE desk.review_round SET closed_at = desk.clock(), closed_because = 'taken_back' WHERE closed_at IS NULL",
  );
  desk = await openReviewDesk(database);
  page = await submitPage(database, desk.author);
  await outbox();
});
afterAll(() => database.drop());

const lab = "laboratory_scientist";

const ask = async (reviewerId = desk.scientist.id) =>
  valueOf(
    await assign(desk.editor.sessionId, {
      roundId: page.roundId,
      expertise: lab,
      reviewerId,
      respondBy: null,
      reviewBy: null,
    }),
  );

const name = (...people: string[]) =>
  nameAlternates(desk.editor.sessionId, page.roundId, lab, people);

/** Everything that waits in the outbox, sent; what left, in its order. */
async function outbox(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const result = await runAlerts((mail) => {
    sent.push(mail);
    return Promise.resolve({ outcome: "sent" as const, answer: "250 OK" });
  });
  expect(result.error).toBeNull();
  return sent;
}

const subjects = (mails: readonly OutgoingMail[]) =>
  mails.map(({ subject, to }) => `${to.name}: ${subject}`);

/** The requests to review among what waits in the outbox. */
const requests = async () =>
  (await outbox()).filter(({ text }) => text.includes("/review-request/"));

const tokenIn = (mail: OutgoingMail | undefined) =>
  /review-request\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "none";

const seats = async () =>
  (await listRoundAssignments(page.roundId)).map(
    ({ reviewerName, state }) => `${reviewerName} ${state}`,
  );

const rowsOf = async <Row extends object>(
  query: string,
  values: unknown[] = [],
) => (await database.owner.query<Row>(query, values)).rows;

test("weekends and holidays are no working days, and a request lapses on the third of them", async () => {
  await database.owner.query(
    "INSERT INTO desk.holiday (day, name) VALUES ('2026-03-10', 'A holiday') ON CONFLICT DO NOTHING",
  );
  const [row] = await rowsOf(
    `SELECT desk.working_days_past('2026-03-06', 1) AS "afterFriday", desk.working_days_past('2026-03-09', 1) AS "afterMonday",
            desk.lapses_on('2026-03-06') AS "lapsesOn"`,
  );
  await database.owner.query(
    "DELETE FROM desk.holiday WHERE name = 'A holiday'",
  );
  expect(row).toEqual({
    afterFriday: "2026-03-09",
    afterMonday: "2026-03-11",
    lapsesOn: "2026-03-12",
  });
});

test("who declines is told of at once, and the next alternate is asked at once", async () => {
  const assignmentId = await ask();
  valueOf(await name(desk.otherScientist.id));
  await outbox();
  valueOf(await declineAssignment(desk.scientist.sessionId, assignmentId));
  expect(await seats()).toEqual([
    "Dr Lars Lab declined",
    "Dr Lena Lab invited",
  ]);
  const mails = await outbox();
  expect(subjects(mails)).toEqual(
    expect.arrayContaining([
      "Dr Eva Editor: SDHB: Dr Lars Lab declined to review",
      expect.stringMatching(/^Dr Lena Lab: SDHB: will you review this page\?/),
    ]),
  );
  expect(mails.find(({ to }) => to.name === "Dr Eva Editor")?.text).toContain(
    "Dr Lena Lab, named as the next alternate, has been asked instead",
  );
  expect(await listAlternates(page.roundId)).toMatchObject([
    { name: "Dr Lena Lab", isAsked: true },
  ]);
});

test("without an alternate the editor is asked to name somebody", async () => {
  const assignmentId = await ask();
  await outbox();
  valueOf(await declineAssignment(desk.scientist.sessionId, assignmentId));
  const [mail] = await outbox();
  expect(mail?.text).toContain("Until another reviewer signs in that place");
});

test("a request lapses by itself three working days past its day, once, on many machines at once", async () => {
  const assignmentId = await ask();
  valueOf(await name(desk.otherScientist.id));
  // Asked on Monday 2 March, to be answered by Saturday 7 March.
  await database.setClock("2026-03-10T23:00:00Z");
  expect(await lapseWhatIsDue()).toBe(0);
  await database.setClock("2026-03-11T00:30:00Z");
  const runs = await Promise.all(
    Array.from({ length: 6 }, () => lapseWhatIsDue()),
  );
  expect(runs.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await lapseWhatIsDue()).toBe(0);
  expect(await seats()).toEqual(["Dr Lars Lab lapsed", "Dr Lena Lab invited"]);
  const mails = await outbox();
  expect(subjects(mails)).toContain(
    "Dr Eva Editor: SDHB: Dr Lars Lab did not answer, Dr Lena Lab is asked",
  );
  const events = await rowsOf(
    "SELECT FROM desk.audit_event WHERE act = 'lapse' AND payload::jsonb ->> 'assignment' = $1",
    [assignmentId],
  );
  expect(events).toHaveLength(1);
});

test("who accepted, or whose round is over, does not lapse", async () => {
  const assignmentId = await ask();
  valueOf(await acceptAssignment(desk.scientist.sessionId, assignmentId));
  const other = await submitPage(database, desk.author);
  valueOf(
    await assign(desk.editor.sessionId, {
      roundId: other.roundId,
      expertise: lab,
      reviewerId: desk.scientist.id,
      respondBy: null,
      reviewBy: null,
    }),
  );
  valueOf(await takeBack(desk.author.sessionId, other.versionId));
  await database.setClock("2026-04-02T12:00:00Z");
  expect(await lapseWhatIsDue()).toBe(0);
  expect(await seats()).toEqual(["Dr Lars Lab accepted"]);
});

test("a late yes is welcome until somebody else was asked in that place", async () => {
  const assignmentId = await ask();
  await database.setClock("2026-03-12T12:00:00Z");
  expect(await lapseWhatIsDue()).toBe(1);
  const accept = () =>
    acceptAssignment(desk.scientist.sessionId, assignmentId).then(refusalOf);
  const instead = await ask(desk.otherScientist.id);
  expect(await accept()).toBe("seat_taken");
  valueOf(await dismissAssignment(desk.editor.sessionId, instead));
  expect(await accept()).toBe("done");
});

test("an alternate who cannot be asked is passed over with the reason", async () => {
  const assignmentId = await ask();
  const third = (await openReviewDesk(database)).scientist;
  valueOf(await name(desk.otherScientist.id, third.id));
  await database.owner.query(
    "UPDATE desk.person SET is_active = false WHERE id = $1",
    [desk.otherScientist.id],
  );
  valueOf(await declineAssignment(desk.scientist.sessionId, assignmentId));
  const asked = await listRoundAssignments(page.roundId);
  expect(asked.map(({ reviewerId }) => reviewerId)).toEqual([
    desk.scientist.id,
    third.id,
  ]);
  expect(await listAlternates(page.roundId)).toMatchObject([
    { passedOver: "person_inactive", isAsked: false },
    { passedOver: null, isAsked: true },
  ]);
});

test("alternates are named by an editor, once each, and only who could be asked", async () => {
  await ask();
  const by = (sessionId: string, ...people: string[]) =>
    nameAlternates(sessionId, page.roundId, lab, people).then(refusalOf);
  const { editor, author, otherScientist, medicalEditor } = desk;
  expect(await by(author.sessionId, otherScientist.id)).toBe("not_an_editor");
  expect(await by(editor.sessionId, medicalEditor.id)).toBe("lacks_expertise");
  expect(await by(editor.sessionId, desk.scientist.id)).toBe(
    "duplicate_assignment",
  );
  expect(await by(editor.sessionId, otherScientist.id, otherScientist.id)).toBe(
    "duplicate_alternate",
  );
  valueOf(await takeBack(author.sessionId, page.versionId));
  expect(await by(editor.sessionId, otherScientist.id)).toBe("round_closed");
});

test("who is asked again gets new days", async () => {
  const first = await ask();
  valueOf(await declineAssignment(desk.scientist.sessionId, first));
  await database.advance("10 days");
  await ask();
  const [before, after] = await listRoundAssignments(page.roundId);
  expect(before?.respondBy).toBe("2026-03-07");
  expect(after).toMatchObject({
    reviewerId: desk.scientist.id,
    state: "invited",
    respondBy: "2026-03-17",
    reviewBy: "2026-03-26",
  });
});

test("the mail's one link answers for its request and for nothing else, and its key is nowhere in the database", async () => {
  const assignmentId = await ask();
  const [mail] = await requests();
  const token = tokenIn(mail);
  expect(mail?.text.match(/https?:\S+/g)).toHaveLength(1);
  expect(await findReviewRequest(hashToken(token))).toMatchObject({
    ...{ assignmentId, standing: "open", state: "invited", title: "SDHB" },
    ...{ requestedBy: "Eva Editor", expertise: lab, hasJoined: false },
  });
  const [kept] = await rowsOf<{ all: string }>(
    `SELECT string_agg(concat(m.props, m.html, m.plain_text), '') || (SELECT string_agg(l::text, '') FROM desk.assignment_link l) AS all FROM desk.mail m`,
  );
  expect(kept?.all).not.toContain(token);
  expect(kept?.all).toContain(hashToken(token));
  expect(refusalOf(await acceptByLink(makeToken()))).toBe("not_found");
  expect(refusalOf(await acceptByLink(token))).toBe("done");
  expect(refusalOf(await acceptByLink(token))).toBe("not_invited");
  expect(await seats()).toEqual(["Dr Lars Lab accepted"]);
  const [event] = await rowsOf<{ actor: string; payload: string }>(
    "SELECT actor_id AS actor, payload FROM desk.audit_event WHERE act = 'accept' ORDER BY seq DESC LIMIT 1",
  );
  expect(event?.actor).toBe(desk.scientist.id);
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({ by: "link" });
  expect(refusalOf(await declineByLink(token, "On leave after all."))).toBe(
    "done",
  );
});

test("a link is revoked with its request, runs out, and is renewed by a mail to the same address", async () => {
  const assignmentId = await ask();
  const token = tokenIn((await requests())[0]);
  await database.advance("31 days");
  // Nobody looked: the request itself still stands.
  expect(await findReviewRequest(hashToken(token))).toMatchObject({
    standing: "expired",
  });
  expect(refusalOf(await acceptByLink(token))).toBe("link_expired");
  await database.owner.query(
    "UPDATE desk.assignment SET respond_by = desk.today() + 5, review_by = desk.today() + 9 WHERE id = $1",
    [assignmentId],
  );
  expect(refusalOf(await renewReviewRequest(token))).toBe("done");
  expect(refusalOf(await renewReviewRequest(token))).toBe("done");
  const renewed = await requests();
  expect(renewed.map(({ to }) => to.name)).toEqual(["Dr Lars Lab"]);
  const next = tokenIn(renewed[0]);
  valueOf(await dismissAssignment(desk.editor.sessionId, assignmentId));
  expect(refusalOf(await acceptByLink(next))).toBe("request_withdrawn");
  expect(refusalOf(await renewReviewRequest(token))).toBe("request_withdrawn");
  expect(await findReviewRequest(hashToken(next))).toMatchObject({
    standing: "withdrawn",
  });
});

test("a request that was withdrawn before its mail left sends nothing", async () => {
  const assignmentId = await ask();
  valueOf(await dismissAssignment(desk.editor.sessionId, assignmentId));
  expect(await requests()).toEqual([]);
  const [mail] = await rowsOf(
    "SELECT state FROM desk.mail WHERE kind = 'review_requested' AND recipient_id = $1",
    [desk.scientist.id],
  );
  expect(mail).toEqual({ state: "skipped" });
});

/** What became of a request, as its reviewer reads it. */
const endOf = async (assignmentId: string, person = desk.scientist) => {
  const found = await findEndedRequest(assignmentId, person.id);
  if (!found) return null;
  const by = `${found.how} by ${found.by ?? "nobody"}`;
  return found.toName ? `${by} for ${found.toName}` : by;
};

test("whoever is dismissed hears it once, is reminded no more, and reads what became of each request", async () => {
  const dismissed = await ask();
  await outbox();
  expect(await endOf(dismissed)).toBeNull();
  valueOf(await dismissAssignment(desk.editor.sessionId, dismissed));
  expect(
    refusalOf(await dismissAssignment(desk.editor.sessionId, dismissed)),
  ).toBe("already_decided");
  expect(subjects(await outbox())).toEqual([
    "Dr Lars Lab: SDHB: you are not asked for this review any more",
  ]);
  await database.advance("15 days");
  expect(
    subjects(await outbox()).filter((told) => told.startsWith("Dr Lars")),
  ).toEqual([]);

  const declined = await ask();
  valueOf(await declineAssignment(desk.scientist.sessionId, declined, ""));
  const handedOver = await ask();
  valueOf(
    await standIn(
      ...([desk.editor.sessionId, handedOver] as const),
      desk.otherScientist.id,
    ),
  );
  await database.owner.query(
    "UPDATE desk.assignment SET state = 'declined' WHERE reviewer_id = $1",
    [desk.otherScientist.id],
  );
  const taken = await ask();
  valueOf(await takeBack(desk.author.sessionId, page.versionId));
  const { pageId } = page;
  page = await resubmit(database, desk.author, pageId, "A second text.");
  const superseded = await ask();
  page = await resubmit(database, desk.author, pageId, "A third text.");
  const lapsed = await ask();
  await database.advance("20 days");
  await lapseWhatIsDue();
  expect(await findEndedRequest(lapsed, desk.scientist.id)).toMatchObject({
    mayStillAccept: true,
  });
  const archived = await ask(desk.otherScientist.id);
  expect(await findEndedRequest(lapsed, desk.scientist.id)).toMatchObject({
    mayStillAccept: false,
  });
  valueOf(await archivePage(desk.editor.sessionId, pageId, "Not needed."));
  expect({
    dismissed: await endOf(dismissed),
    declined: await endOf(declined),
    handedOver: await endOf(handedOver),
    taken: await endOf(taken),
    superseded: await endOf(superseded),
    lapsed: await endOf(lapsed),
    archived: await endOf(archived, desk.otherScientist),
  }).toEqual({
    dismissed: "dismissed by Eva Editor",
    declined: "declined by nobody",
    handedOver: "dismissed by Eva Editor for Dr Lena Lab",
    taken: "taken_back by Ana Author",
    superseded: "superseded by Ana Author",
    lapsed: "lapsed by nobody",
    archived: "archived by Eva Editor",
  });
  // For anybody else it is not there; thirty days later it leaves the list.
  expect(await endOf(dismissed, desk.otherScientist)).toBeNull();
  const listed = async () =>
    (await listEndedRequests(desk.scientist.id)).map(({ how }) => how);
  expect(await listed()).toEqual([
    ...["lapsed", "superseded", "taken_back", "dismissed", "declined"],
  ]);
  await database.advance("26 days");
  expect(await listed()).toEqual(["lapsed"]);
  await database.owner.query(
    "UPDATE desk.assignment SET state = 'declined' WHERE reviewer_id = $1",
    [desk.scientist.id],
  );
  expect(await listed()).toEqual(["declined"]);
  await database.owner.query(
    "UPDATE desk.page SET confidential_until = desk.today() + 9 WHERE id = $1",
    [pageId],
  );
  expect(await listed()).toEqual([]);
});

test("a proposed colleague is the editor's to decide about; nobody writes to them", async () => {
  const assignmentId = await ask();
  await outbox();
  const colleague = {
    ...{ name: "Ines Duarte", email: "ines.duarte@example.org" },
    ...{ note: "She runs the same assay.", declines: true },
  };
  const propose = (email: string) =>
    proposeColleague(desk.scientist.sessionId, assignmentId, {
      ...colleague,
      email,
    }).then(refusalOf);
  expect(await propose("nobody")).toBe("invalid_address");
  expect(await propose(colleague.email)).toBe("done");
  expect(await propose("INES.duarte@example.org")).toBe("already_proposed");
  expect(await seats()).toEqual(["Dr Lars Lab declined"]);
  const mails = await outbox();
  expect(subjects(mails).sort()).toEqual([
    "Dr Eva Editor: SDHB: Dr Lars Lab declined to review",
    "Dr Eva Editor: SDHB: Dr Lars Lab proposes a colleague to review",
  ]);
  const [proposed] = await listProposedColleagues(page.roundId);
  expect(proposed).toMatchObject({ name: "Ines Duarte", personId: null });
  const settle = (sessionId: string) =>
    settleColleague(sessionId, proposed?.id ?? "", "set_aside").then(refusalOf);
  expect(await settle(desk.author.sessionId)).toBe("not_an_editor");
  expect(await settle(desk.editor.sessionId)).toBe("done");
  expect(await settle(desk.editor.sessionId)).toBe("already_decided");
  expect(await listProposedColleagues(page.roundId)).toEqual([]);
  const other = desk.otherScientist.sessionId;
  expect(
    refusalOf(await proposeColleague(other, assignmentId, colleague)),
  ).toBe("not_found");
});

test("a colleague can be proposed by the link and the review kept", async () => {
  await ask();
  const token = tokenIn((await requests())[0]);
  const proposal = {
    ...{ name: "Ines Duarte", email: "ines.duarte@example.org" },
    ...{ note: "", declines: false },
  };
  expect(refusalOf(await proposeByLink(token, proposal))).toBe("done");
  expect(await seats()).toEqual(["Dr Lars Lab invited"]);
});

test("an invitation's key is gone from the database once its mail has left", async () => {
  await database.owner.query(
    "SELECT desk.queue_mail('invitation_to_desk', $1, NULL, jsonb_build_object('invitedBy', 'Eva'), NULL)",
    [desk.medicalEditor.id],
  );
  const keys = (await outbox()).flatMap(
    ({ text }) => /\/invitation\/([\w-]{20,})/.exec(text)?.[1] ?? [],
  );
  expect(keys).toHaveLength(1);
  const [key = ""] = keys;
  const kept = await rowsOf<{ props: object; words: string }>(
    "SELECT props, concat(html, plain_text) AS words FROM desk.mail WHERE kind = 'invitation_to_desk'",
  );
  expect(kept).toHaveLength(1);
  expect(kept[0]?.props).toEqual({ invitedBy: "Eva" });
  expect(kept[0]?.words).not.toContain(key);
});
