import { recordOutsideKey } from "~/data/invitation-keys.server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askOutsideToSign } from "~/commands/ask-outside-to-sign.server";
import { endVerification } from "~/commands/end-verification.server";
import { inviteOutsideExpert } from "~/commands/invite-outside-expert.server";
import { outsideAnswer } from "~/commands/outside-answer.server";
import { outsideInterests } from "~/commands/outside-interests.server";
import { outsideReaffirm } from "~/commands/outside-reaffirm.server";
import { outsideRequestCode } from "~/commands/outside-request-code.server";
import { outsideRevoke } from "~/commands/outside-revoke.server";
import { outsideSign } from "~/commands/outside-sign.server";
import { publish } from "~/commands/publish.server";
import { assign } from "~/commands/assign.server";
import { renewOutsideLink } from "~/commands/renew-outside-link.server";
import { revokeOutsideLink } from "~/commands/revoke-outside-link.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { setReviewRules } from "~/commands/set-review-rules.server";
import { verifyExpert } from "~/commands/verify-expert.server";
import { listCandidates } from "~/data/candidates.server";
import { listPublishBlockers } from "~/data/gate.server";
import { openOutsideLink } from "~/data/outside.server";
import { findOutsideSigning } from "~/data/outside-signing.server";
import { findRulesInForce } from "~/data/review-rules.server";
import type { OutsideAct, Verdict } from "~/domain/words";
import { deliverMails } from "~/jobs/deliver-mails.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { hashToken, makeToken } from "~/lib/token.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { yesToAll } from "../support/short-form";
import {
  ask,
  join,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  type Someone,
  sign,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let lead: Someone;

async function letCodes(allowsMailedCode: boolean) {
  const rules = await findRulesInForce("gene_summary");
  if (!rules) throw new Error("there are no rules");
  valueOf(
    await setReviewRules(lead.sessionId, {
      ...{ ...rules, baseNumber: rules.number, spreadDays: 0 },
      allowsMailedCode,
    }),
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
  lead = await join(database, "Lea Lead", ["clinical_lead"]);
  await letCodes(true);
});
beforeEach(() => database.setClock("2027-01-11T10:00:00Z"));
afterAll(() => database.drop());

const rowsOf = async <Row extends object>(query: string, values: unknown[]) =>
  (await database.owner.query<Row>(query, values)).rows;

let count = 0;

/** Presses the button behind a link, whose address the mail carries. */
async function open(linkId: string) {
  const [row] = await rowsOf<{ personId: string }>(
    `SELECT l.person_id AS "personId" FROM desk.mail m
       JOIN desk.outside_link l ON l.id::text = m.props ->> 'outsideLinkId' WHERE l.id = $1`,
    [linkId],
  );
  // As its mail does when it leaves.
  const token = makeToken();
  expect(await recordOutsideKey(linkId, hashToken(token))).toBe(true);
  const session = hashToken(makeToken());
  valueOf(await openOutsideLink(hashToken(token), session));
  return { linkId, session, personId: row?.personId ?? "" };
}

async function invite({ versionId }: Submitted) {
  count += 1;
  return open(
    valueOf(
      await inviteOutsideExpert(desk.editor.sessionId, {
        versionId,
        email: `signer${String(count)}@example.org`,
        name: `Ines Duarte ${String(count)}`,
        ...{ credentials: "MD, PhD", affiliation: "Elsewhere", days: 30 },
      }),
    ),
  );
}

const verify = (personId: string) =>
  verifyExpert(desk.editor.sessionId, {
    ...{ personId, expertise: "laboratory_scientist" },
    how: "In the register of the college, and called back at the hospital.",
  });
const askToSign = (linkId: string) =>
  askOutsideToSign(desk.editor.sessionId, {
    ...{ linkId, expertise: "laboratory_scientist", days: 14 },
  });

/** Verified, asked, accepted, and without interests: all but the code. */
async function ready(page: Submitted) {
  const first = await invite(page);
  const verification = valueOf(await verify(first.personId));
  const link = await open(valueOf(await askToSign(first.linkId)));
  valueOf(await outsideAnswer(link.session, true));
  valueOf(
    await outsideInterests(link.session, {
      ...{ level: "none", details: "", entity: "", kind: null, since: "" },
    }),
  );
  return { ...link, verification };
}

type Signer = Awaited<ReturnType<typeof ready>>;

/** The code out of the mail that a desk without a mail server keeps. */
async function mailedCode({ personId }: Signer): Promise<string> {
  await runAlerts();
  const [mail] = await rowsOf<{ plain: string }>(
    "SELECT plain_text AS plain FROM desk.mail WHERE kind = 'outside_code' AND recipient_id = $1 AND state = 'kept' ORDER BY queued_at DESC, id LIMIT 1",
    [personId],
  );
  const [, first, second] = /(\d{3}) (\d{3})/.exec(mail?.plain ?? "") ?? [];
  return `${first ?? ""}${second ?? ""}`;
}

async function signBy(
  signer: Signer,
  page: Submitted,
  typed: string,
  verdict: Verdict = "approve",
  seenDecisionId: string | null = null,
) {
  const signing = await findOutsideSigning(signer.session, signer.personId);
  const [row] = await rowsOf<{ today: string }>(
    "SELECT desk.today()::text AS today",
    [],
  );
  return outsideSign(
    signer.session,
    { id: signing?.codeId ?? null, typed },
    {
      assignmentId: signing?.review.id ?? "",
      contentSha256: page.sha,
      verdict,
      meaning: "I have read this version.",
      comment: verdict === "approve" ? "" : "The position is wrong.",
      evidenceCheckedTo: verdict === "approve" ? (row?.today ?? "") : null,
      ...{ nextReviewDue: null, seenDecisionId },
      answers: JSON.parse(yesToAll("gene_summary")) as Record<string, "yes">,
    },
  );
}

const request = (signer: Signer, page: Submitted, act: OutsideAct) =>
  outsideRequestCode(signer.session, page.sha, act);

/** Asks for a code for this act and reads it in its mail, for the form that uses it. */
async function codeFor(signer: Signer, page: Submitted, act: OutsideAct) {
  valueOf(await request(signer, page, act));
  const typed = await mailedCode(signer);
  const signing = await findOutsideSigning(signer.session, signer.personId);
  return { id: signing?.codeId ?? null, typed };
}

test("a verified expert signs by a mailed code, it counts, and the page names them", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  valueOf(await request(signer, page, "approve"));
  const code = await mailedCode(signer);
  const id = valueOf(await signBy(signer, page, code));
  const medical = await ask(
    ...([desk.editor, page, desk.medicalEditor, "medical_editor"] as const),
  );
  valueOf(await sign(database, desk.medicalEditor, medical, page.sha));
  valueOf(await publish(desk.editor.sessionId, page.versionId));
  expect(
    await rowsOf(
      `SELECT d.method, d.expertise, d.verdict, (SELECT count(*)::int FROM desk.publication_approval a WHERE a.decision_id = d.id) AS counted
         FROM desk.decision d WHERE d.id = $1`,
      [id],
    ),
  ).toEqual([
    {
      method: "mailed_code",
      expertise: "laboratory_scientist",
      verdict: "approve",
      counted: 1,
    },
  ]);
  expect(
    await rowsOf(
      "SELECT FROM desk.public_reviewer WHERE slug = (SELECT slug FROM desk.page WHERE id = $1) AND name LIKE 'Ines Duarte%'",
      [page.pageId],
    ),
  ).toHaveLength(1);
  // Neither the code nor its hash stands in the audit.
  expect(
    await rowsOf("SELECT FROM desk.audit_event WHERE payload LIKE $1", [
      `%${code}%`,
    ]),
  ).toEqual([]);
  expect(refusalOf(await signBy(signer, page, code))).toBe("already_decided");
});

test("a code is for one verdict, ten minutes and five tries, and works once", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  expect(refusalOf(await signBy(signer, page, "123456"))).toBe("code_missing");
  valueOf(await request(signer, page, "approve"));
  const first = await mailedCode(signer);
  expect(refusalOf(await signBy(signer, page, first, "request_changes"))).toBe(
    "code_missing",
  );
  await database.advance("11 minutes");
  expect(refusalOf(await signBy(signer, page, first))).toBe("code_expired");
  valueOf(await request(signer, page, "approve"));
  const second = await mailedCode(signer);
  expect(second).toMatch(/^\d{6}$/);
  const wrong = second === "000000" ? "111111" : "000000";
  for (let tries = 0; tries < 5; tries += 1)
    expect(refusalOf(await signBy(signer, page, wrong))).toBe("wrong_code");
  expect(refusalOf(await signBy(signer, page, second))).toBe("code_spent");
  // Two, and three more within the hour; then no more.
  for (let more = 0; more < 3; more += 1)
    valueOf(await request(signer, page, "approve"));
  expect(refusalOf(await request(signer, page, "approve"))).toBe(
    "too_many_codes",
  );
  const last = await mailedCode(signer);
  expect(
    (
      await Promise.all([
        signBy(signer, page, last),
        signBy(signer, page, last),
      ])
    ).filter(({ ok }) => ok),
  ).toHaveLength(1);
});

test("nobody is asked to sign who is not verified, or where the rules do not allow it", async () => {
  const page = await submitPage(database, desk.author);
  const { linkId, personId, session } = await invite(page);
  expect(refusalOf(await askToSign(linkId))).toBe("expert_not_verified");
  expect(refusalOf(await outsideAnswer(session, true))).toBe("not_found");
  expect(
    refusalOf(
      await verifyExpert(desk.author.sessionId, {
        ...{ personId, expertise: "clinician", how: "I know them." },
      }),
    ),
  ).toBe("not_an_editor");
  expect(refusalOf(await verify(desk.scientist.id))).toBe("not_found");
  valueOf(await verify(personId));
  expect(refusalOf(await verify(personId))).toBe("already_verified");
  await letCodes(false);
  expect(refusalOf(await askToSign(linkId))).toBe("mailed_code_not_allowed");
  await letCodes(true);
  await database.owner.query(
    "UPDATE desk.person SET email = 'new-' || email WHERE id = $1",
    [personId],
  );
  expect(refusalOf(await askToSign(linkId))).toBe("expert_not_verified");
});

test("what is taken back between the code and the signature stops it", async () => {
  const { sessionId } = desk.editor;
  const stops = [
    [
      "expert_not_verified",
      (s: Signer) => endVerification(sessionId, s.verification, "Left."),
    ],
    ["link_revoked", (s: Signer) => revokeOutsideLink(sessionId, s.linkId)],
    ["mailed_code_not_allowed", () => letCodes(false)],
    [
      "interests_exclude",
      (s: Signer) =>
        outsideInterests(s.session, {
          ...{ level: "personal", details: "Shares.", entity: "Roche" },
          ...{ kind: "shares", since: "2026-01" },
        }),
    ],
  ] as const;
  for (const [code, stop] of stops) {
    const page = await submitPage(database, desk.author);
    const signer = await ready(page);
    valueOf(await request(signer, page, "approve"));
    const mailed = await mailedCode(signer);
    const signing = await findOutsideSigning(signer.session, signer.personId);
    await stop(signer);
    const outcome = await outsideSign(
      signer.session,
      { id: signing?.codeId ?? null, typed: mailed },
      {
        assignmentId: signing?.review.id ?? "",
        contentSha256: page.sha,
        verdict: "approve",
        ...{ meaning: "Read.", comment: "", evidenceCheckedTo: "2027-01-11" },
        ...{ nextReviewDue: null, seenDecisionId: null },
        answers: JSON.parse(yesToAll("gene_summary")) as Record<string, "yes">,
      },
    );
    expect(refusalOf(outcome), code).toBe(code);
    await letCodes(true);
  }
});

test("a signature counts no more once its verification is taken back before publication", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  valueOf(await request(signer, page, "approve"));
  valueOf(await signBy(signer, page, await mailedCode(signer)));
  const lacking = async () =>
    (await listPublishBlockers(page.versionId)).filter(
      ({ code, detail }) =>
        code === "approvals_missing" &&
        detail["expertise"] === "laboratory_scientist",
    ).length;
  expect(await lacking()).toBe(0);
  valueOf(
    await endVerification(
      desk.editor.sessionId,
      signer.verification,
      "The register says otherwise.",
    ),
  );
  expect(await lacking()).toBe(1);
});

test("a newer version stops a code, and no code is mailed for what cannot be signed", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  valueOf(await request(signer, page, "approve"));
  const mailed = await mailedCode(signer);
  await resubmit(database, desk.author, page.pageId, "Other words.");
  expect(refusalOf(await signBy(signer, page, mailed))).toBe("stale_version");
  expect(refusalOf(await request(signer, page, "approve"))).toBe(
    "stale_version",
  );
});

test("nobody is asked to sign a page that is kept confidential from them", async () => {
  const page = await submitPage(database, desk.author);
  const { linkId, personId } = await invite(page);
  valueOf(await verify(personId));
  valueOf(
    await setConfidentialUntil(
      ...([desk.editor.sessionId, page.pageId, "2027-06-01"] as const),
    ),
  );
  expect(refusalOf(await askToSign(linkId))).toBe("forbidden");
});

test("whoever wrote a text verifies nobody who signs it", async () => {
  const both = await join(database, "Elli Both", ["editor", "author"]);
  const page = await submitPage(database, both);
  const { linkId, personId } = await invite(page);
  const own = valueOf(
    await verifyExpert(both.sessionId, {
      ...{ personId, expertise: "laboratory_scientist" },
      how: "I know them.",
    }),
  );
  expect(refusalOf(await askToSign(linkId))).toBe("expert_not_verified");
  valueOf(await endVerification(desk.editor.sessionId, own, "By the author."));
  const verification = valueOf(await verify(personId));
  const link = await open(valueOf(await askToSign(linkId)));
  valueOf(await outsideAnswer(link.session, true));
  // The author ends it, and would vouch anew for whoever is asked.
  valueOf(await endVerification(both.sessionId, verification, "Again."));
  expect(
    refusalOf(
      await verifyExpert(both.sessionId, {
        ...{ personId, expertise: "laboratory_scientist" },
        how: "I know them.",
      }),
    ),
  ).toBe("own_work");
});

test("of somebody who joined the desk since, their roles alone say what they hold", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  valueOf(await request(signer, page, "approve"));
  const mailed = await mailedCode(signer);
  await database.owner.query(
    "INSERT INTO desk.credential (person_id, password_hash) VALUES ($1, 'x')",
    [signer.personId],
  );
  expect(refusalOf(await signBy(signer, page, mailed))).toBe(
    "expert_not_verified",
  );
  expect(
    await rowsOf("SELECT desk.holds($1, 'laboratory_scientist') AS holds", [
      signer.personId,
    ]),
  ).toEqual([{ holds: false }]);
});

test("an expert from outside reaffirms, decides again and takes an approval back, each by a code of its own", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  const none = { id: null, typed: "123456" };
  expect(refusalOf(await request(signer, page, "reaffirm"))).toBe("not_found");
  const first = await codeFor(signer, page, "approve");
  const approval = valueOf(await signBy(signer, page, first.typed));

  expect(refusalOf(await outsideReaffirm(signer.session, none, page.sha))).toBe(
    "code_missing",
  );
  const again = await codeFor(signer, page, "reaffirm");
  const revoked = {
    contentSha256: page.sha,
    kind: "no_longer_stand_behind",
    reason: "The figures were withdrawn.",
  } as const;
  // A code for one act does nothing for another.
  expect(refusalOf(await outsideRevoke(signer.session, again, revoked))).toBe(
    "code_missing",
  );
  valueOf(await outsideReaffirm(signer.session, again, page.sha));
  expect(
    refusalOf(await outsideReaffirm(signer.session, again, page.sha)),
  ).toBe("code_missing");
  expect(
    await rowsOf(
      "SELECT method FROM desk.reaffirmation WHERE decision_id = $1",
      [approval],
    ),
  ).toEqual([{ method: "mailed_code" }]);

  const other = await codeFor(signer, page, "request_changes");
  const changes = valueOf(
    await signBy(signer, page, other.typed, "request_changes", approval),
  );
  expect(refusalOf(await request(signer, page, "revoke_approval"))).toBe(
    "not_found",
  );
  await database.advance("61 minutes");
  const third = await codeFor(signer, page, "approve");
  const last = valueOf(
    await signBy(signer, page, third.typed, "approve", changes),
  );
  const taking = await codeFor(signer, page, "revoke_approval");
  expect(
    refusalOf(
      await outsideRevoke(signer.session, taking, { ...revoked, reason: "" }),
    ),
  ).toBe("reason_missing");
  valueOf(await outsideRevoke(signer.session, taking, revoked));
  expect(
    await rowsOf(
      "SELECT kind, method FROM desk.revocation WHERE decision_id = $1",
      [last],
    ),
  ).toEqual([{ kind: revoked.kind, method: "mailed_code" }]);
  expect(
    refusalOf(await outsideRevoke(signer.session, taking, revoked)),
  ).not.toBe("done");
});

test("an approval is taken back after the link has ended and the rules have changed, by a link sent anew", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  const code = await codeFor(signer, page, "approve");
  valueOf(await signBy(signer, page, code.typed));
  const renew = () =>
    renewOutsideLink(desk.editor.sessionId, signer.linkId, 21);
  expect(refusalOf(await renew())).toBe("already_decided");
  await database.advance("20 days");
  await letCodes(false);
  expect(refusalOf(await request(signer, page, "revoke_approval"))).toBe(
    "not_signed_in",
  );
  expect(
    refusalOf(await renewOutsideLink(desk.author.sessionId, signer.linkId, 21)),
  ).toBe("not_an_editor");
  const link = await open(valueOf(await renew()));
  expect(refusalOf(await renew())).toBe("already_decided");
  const later = { ...signer, ...link };
  expect(refusalOf(await request(later, page, "reaffirm"))).toBe(
    "mailed_code_not_allowed",
  );
  const taking = await codeFor(later, page, "revoke_approval");
  valueOf(
    await outsideRevoke(later.session, taking, {
      ...{ contentSha256: page.sha, kind: "unsafe", reason: "A wrong dose." },
    }),
  );
  await letCodes(true);
});

test("wrong codes are in the audit by their number, never by what was typed", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  const { typed } = await codeFor(signer, page, "approve");
  const wrong = typed === "031415" ? "271828" : "031415";
  for (let tries = 0; tries < 2; tries += 1)
    expect(refusalOf(await signBy(signer, page, wrong))).toBe("wrong_code");
  const events = await rowsOf<{ payload: string }>(
    "SELECT payload FROM desk.audit_event WHERE act = 'wrong_code' AND page_id = $1 ORDER BY seq",
    [page.pageId],
  );
  expect(
    events.map(({ payload }) => {
      const { tries } = JSON.parse(payload) as { tries: number };
      return tries;
    }),
  ).toEqual([1, 2]);
  expect(events.filter(({ payload }) => payload.includes(wrong))).toEqual([]);
});

test("a verified expert is offered with the others and asked by the same act, with a link in place of an account", async () => {
  const known = await invite(await submitPage(database, desk.author));
  valueOf(await verify(known.personId));
  const page = await submitPage(database, desk.author);
  const offered = async () =>
    (await listCandidates(page.roundId, "laboratory_scientist")).find(
      ({ id }) => id === known.personId,
    );
  expect(await offered()).toMatchObject({ isOutside: true, blockers: [] });
  await letCodes(false);
  expect((await offered())?.blockers).toEqual(["mailed_code_not_allowed"]);
  await letCodes(true);
  const assignmentId = valueOf(
    await assign(desk.editor.sessionId, {
      ...{ roundId: page.roundId, expertise: "laboratory_scientist" },
      ...{ reviewerId: known.personId, respondBy: null, reviewBy: null },
      answersDecisionId: null,
    }),
  );
  const [link] = await rowsOf<{ id: string; mails: number }>(
    `SELECT l.id, (SELECT count(*)::int FROM desk.mail m WHERE m.recipient_id = l.person_id AND m.page_id = l.page_id) AS mails
       FROM desk.outside_link l WHERE l.assignment_id = $1`,
    [assignmentId],
  );
  expect(link?.mails).toBe(1);
  const opened = await open(link?.id ?? "");
  valueOf(await outsideAnswer(opened.session, true));
  expect((await offered())?.blockers).toEqual(["duplicate_assignment"]);
});

test("whoever is reminded, or given more time, from outside has a link that reaches as far, and reads on meanwhile", async () => {
  const page = await submitPage(database, desk.author);
  const signer = await ready(page);
  const assignmentOf = async () => {
    const signing = await findOutsideSigning(signer.session, signer.personId);
    return signing?.review.id ?? "";
  };
  const id = await assignmentOf();
  const endOf = async () => {
    const [row] = await rowsOf<{ days: number; links: number }>(
      `SELECT max(desk.day_of(expires_at)) - desk.today() AS days, count(*) FILTER (WHERE expires_at > desk.clock())::int AS links
         FROM desk.outside_link WHERE assignment_id = $1`,
      [id],
    );
    return row;
  };
  expect(await endOf()).toEqual({ days: 14, links: 1 });
  const extend = (days: number) =>
    rowsOf(
      "SELECT desk.extend_review_by($1, $2, desk.today() + $3::integer, 'A move.')",
      [desk.editor.sessionId, id, days],
    );
  await extend(30);
  expect(await endOf()).toEqual({ days: 44, links: 1 });
  await database.setClock("2027-02-24T09:00:00Z");
  // The old link ended by itself; a reminder renews it, and the mail has its key.
  expect(await endOf()).toEqual({ days: 0, links: 1 });
  await database.setClock("2027-02-25T09:00:00Z");
  expect(await endOf()).toEqual({ days: -1, links: 0 });
  await rowsOf("SELECT desk.remind($1, $2)", [desk.editor.sessionId, id]);
  expect(await endOf()).toEqual({ days: 7, links: 1 });
  const keys: string[] = [];
  await deliverMails(({ text }) => {
    keys.push(...(/\/outside\/([\w-]{20,})/.exec(text)?.[1] ?? "").split(" "));
    return Promise.resolve({ outcome: "sent", answer: "250 OK" });
  });
  const session = hashToken(makeToken());
  const key = keys.findLast((each) => each !== "") ?? "";
  valueOf(await openOutsideLink(hashToken(key), session));
  // Past sixty days a new link takes the place of the old one, and what is open stays open.
  await extend(40);
  expect(await endOf()).toEqual({ days: 54, links: 1 });
  const signing = await findOutsideSigning(session, signer.personId);
  expect(signing?.review.id).toBe(id);
});
