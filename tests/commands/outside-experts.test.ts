import { recordOutsideKey } from "~/data/invitation-keys.server";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  findOutsideReading,
  listOutsideVoices,
  openOutsideLink,
} from "~/data/outside.server";
import { inviteOutsideExpert } from "~/commands/invite-outside-expert.server";
import { outsideComment } from "~/commands/outside-comment.server";
import { outsideRecommend } from "~/commands/outside-recommend.server";
import { revokeOutsideLink } from "~/commands/revoke-outside-link.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { hashToken, makeToken } from "~/lib/token.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});
afterAll(() => database.drop());

let count = 0;
const expert = (versionId: string) => ({
  versionId,
  email: `outside${String((count += 1))}@example.org`,
  name: `Ines Duarte ${String(count)}`,
  credentials: "MD, PhD",
  affiliation: "Another University",
  days: 14,
});

/** Sends a link, gives it a key and presses the button. */
async function open(versionId: string) {
  const linkId = valueOf(
    await inviteOutsideExpert(desk.editor.sessionId, expert(versionId)),
  );
  // As its mail does when it leaves.
  const token = makeToken();
  expect(await recordOutsideKey(linkId, hashToken(token))).toBe(true);
  const session = hashToken(makeToken());
  valueOf(await openOutsideLink(hashToken(token), session));
  return { linkId, token, session };
}

const advise = (session: string, contentSha256: string) =>
  outsideRecommend(session, {
    contentSha256,
    recommendation: "publish_after_changes",
    comment: "The frequency is out of date.",
  });

test("an outside expert reads one version, comments and recommends, without an account", async () => {
  const page = await submitPage(database, desk.author, "The first text.");
  const { session } = await open(page.versionId);
  const reading = valueOf(await findOutsideReading(session));
  expect(reading).toMatchObject({ versionId: page.versionId, isOpen: true });
  valueOf(
    await outsideComment(session, { quotation: "first", body: "Which one?" }),
  );
  valueOf(await advise(session, page.sha));
  expect(await listOutsideVoices(page.pageId)).toMatchObject([
    {
      affiliation: "Another University",
      state: "opened",
      comments: [{ quotation: "first", body: "Which one?" }],
      recommendation: "publish_after_changes",
      recommendationComment: "The frequency is out of date.",
    },
  ]);
  const { rows } = await database.owner.query(
    `SELECT (SELECT count(*)::int FROM desk.decision WHERE person_id = $1) AS decisions,
            (SELECT count(*)::int FROM desk.credential WHERE person_id = $1) AS accounts,
            (SELECT count(*)::int FROM desk.person_role WHERE person_id = $1) AS roles,
            (SELECT count(*)::int FROM desk.mail WHERE kind = 'outside_recommended' AND recipient_id = $2) AS told`,
    [reading.personId, desk.editor.id],
  );
  expect(rows).toEqual([{ decisions: 0, accounts: 0, roles: 0, told: 1 }]);
});

test("a recommendation is no approval and never changes", async () => {
  const page = await submitPage(database, desk.author, "Counted by nobody.");
  const { session } = await open(page.versionId);
  const blockers = "SELECT code, detail FROM desk.publish_blockers($1)";
  const before = await database.app.query(blockers, [page.versionId]);
  valueOf(
    await outsideRecommend(session, {
      ...{ contentSha256: page.sha, recommendation: "publish", comment: "" },
    }),
  );
  const after = await database.app.query(blockers, [page.versionId]);
  expect(after.rows).toEqual(before.rows);
  await expect(
    database.owner.query("UPDATE desk.outside_recommendation SET comment = ''"),
  ).rejects.toThrow("immutable");
});

test("a link of version 1 reads nothing of version 2 nor of another page", async () => {
  const first = await submitPage(database, desk.author, "Version one.");
  const { session } = await open(first.versionId);
  const second = await resubmit(
    ...[database, desk.author, first.pageId, "Version two."],
  );
  await submitPage(database, desk.author, "Another page.");
  const reading = valueOf(await findOutsideReading(session));
  expect(reading).toMatchObject({ versionId: first.versionId, isOpen: false });
  expect(JSON.stringify(reading)).not.toMatch(/Version two|Another page/);
  expect(refusalOf(await advise(session, second.sha))).toBe("stale_version");
  expect(refusalOf(await advise(session, first.sha))).toBe("round_closed");
  const late = { quotation: "", body: "Too late?" };
  expect(refusalOf(await outsideComment(session, late))).toBe("round_closed");
});

test("a link taken back or past its day lets nobody in, nor on", async () => {
  const page = await submitPage(database, desk.author, "Taken back.");
  const { linkId, token, session } = await open(page.versionId);
  expect(
    refusalOf(await revokeOutsideLink(desk.scientist.sessionId, linkId)),
  ).toBe("not_an_editor");
  valueOf(await revokeOutsideLink(desk.editor.sessionId, linkId));
  expect(
    refusalOf(await revokeOutsideLink(desk.editor.sessionId, linkId)),
  ).toBe("already_revoked");
  const again = () => openOutsideLink(hashToken(token), hashToken(makeToken()));
  expect(refusalOf(await again())).toBe("link_revoked");
  expect(refusalOf(await findOutsideReading(session))).toBe("link_revoked");
  expect(refusalOf(await advise(session, page.sha))).toBe("link_revoked");

  const other = await open(page.versionId);
  await database.advance("15 days");
  expect(
    refusalOf(
      await openOutsideLink(hashToken(other.token), hashToken(makeToken())),
    ),
  ).toBe("link_expired");
  expect(refusalOf(await findOutsideReading(other.session))).toBe(
    "not_signed_in",
  );
});

test("a link to a page kept confidential opens nothing meanwhile", async () => {
  const page = await submitPage(database, desk.author, "Not yet public.");
  const { token, session } = await open(page.versionId);
  await database.owner.query(
    "UPDATE desk.page SET confidential_until = desk.today() + 9 WHERE id = $1",
    [page.pageId],
  );
  expect(refusalOf(await findOutsideReading(session))).toBe("not_found");
  const again = openOutsideLink(hashToken(token), hashToken(makeToken()));
  expect(refusalOf(await again)).toBe("not_found");
});

test("an unknown token or session is told nothing", async () => {
  const nobody = hashToken("nobody");
  expect(refusalOf(await openOutsideLink(nobody, nobody))).toBe("not_found");
  expect(refusalOf(await findOutsideReading(nobody))).toBe("not_signed_in");
  expect(refusalOf(await advise(nobody, "x"))).toBe("not_signed_in");
});

test("only editors invite, and nobody with an account or words of their own", async () => {
  const page = await submitPage(database, desk.author, "Who may be asked.");
  const invite = (by: string, changed: object) =>
    inviteOutsideExpert(by, {
      ...expert(page.versionId),
      ...changed,
    });
  const { sessionId } = desk.editor;
  expect(refusalOf(await invite(desk.scientist.sessionId, {}))).toBe(
    "not_an_editor",
  );
  expect(refusalOf(await invite(sessionId, { name: desk.author.name }))).toBe(
    "own_work",
  );
  expect(refusalOf(await invite(sessionId, { days: 61 }))).toBe(
    "day_out_of_range",
  );
  const { rows } = await database.owner.query<{ email: string }>(
    "SELECT email FROM desk.person WHERE id = $1",
    [desk.editor.id],
  );
  expect(
    refusalOf(await invite(sessionId, { email: rows[0]?.email ?? "" })),
  ).toBe("has_account");
});

test("the application alone can neither open a link nor read a session", async () => {
  for (const query of [
    "SELECT desk.open_outside_link('a', 'b')",
    "SELECT * FROM desk.outside_session",
    "INSERT INTO desk.outside_recommendation (link_id) VALUES (gen_random_uuid())",
  ])
    await expect(database.app.query(query), query).rejects.toThrow("denied");
});

test("a link's key is gone from the database once its mail has left or was given up", async () => {
  const page = await submitPage(database, desk.author);
  const results = {
    sent: { outcome: "sent", answer: "250 OK" },
    failed: { outcome: "permanent_failure", reason: "550 unknown" },
  } as const;
  for (const state of ["sent", "failed"] as const) {
    const asked = expert(page.versionId);
    const linkId = valueOf(
      await inviteOutsideExpert(desk.editor.sessionId, asked),
    );
    const { rows: queued } = await database.owner.query<{ all: string }>(
      `SELECT concat(m.props, k.token_hash) AS all FROM desk.mail m LEFT JOIN desk.outside_key k ON m.props ->> 'outsideLinkId' = k.link_id::text WHERE m.props ->> 'outsideLinkId' = $1`,
      [linkId],
    );
    expect(queued, "no key is made before the mail leaves").toEqual([
      { all: JSON.stringify({ outsideLinkId: linkId }).replace(":", ": ") },
    ]);
    let text = "";
    await runAlerts((mail) => {
      if (mail.to.address === asked.email) text = mail.text;
      return Promise.resolve(results[state]);
    });
    const key = /\/outside\/([\w-]{20,})/.exec(text)?.[1] ?? "none";
    const { rows } = await database.owner.query<{ state: string; all: string }>(
      "SELECT state, concat(props, subject, html, plain_text) AS all FROM desk.mail WHERE props ->> 'outsideLinkId' = $1 AND kind = 'outside_invitation'",
      [linkId],
    );
    expect(rows.map((mail) => mail.state)).toEqual([state]);
    expect(key).not.toBe("none");
    expect(rows[0]?.all).not.toContain(key);
    expect(rows[0]?.all).toContain("/outside/…");
  }
});
