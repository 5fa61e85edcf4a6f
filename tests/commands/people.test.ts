import { deliverMails } from "~/jobs/deliver-mails.server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptInvitation } from "~/auth/join.server";
import { findSignedIn, openSession } from "~/auth/session.server";
import { changeSettings } from "~/commands/change-settings.server";
import { deactivatePerson } from "~/commands/deactivate-person.server";
import { declareInterests } from "~/commands/declare-interests.server";
import { invitePerson } from "~/commands/invite-person.server";
import { sendInvitation } from "~/commands/send-invitation.server";
import { setRoles } from "~/commands/set-roles.server";
import { getJoining, listNotJoined } from "~/data/accounts.server";
import { getDeskSettings } from "~/data/desk-settings.server";
import { listDeclarations } from "~/data/interest-declarations.server";
import { findPerson } from "~/data/people.server";
import { addPage, addPerson, password, requestWith } from "../auth/people";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let admin: string;
let editor: string;
let author: string;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = await addPerson(database, "admin@example.org", ["admin"]);
  editor = await addPerson(database, "editor@example.org", ["editor"]);
  author = await addPerson(database, "author@example.org", ["author"]);
});

afterAll(() => database.drop());

async function signIn(personId: string): Promise<Request> {
  return requestWith(await openSession(requestWith(null), personId));
}

async function sessionOf(personId: string): Promise<string> {
  const found = await findSignedIn(await signIn(personId));
  return found?.sessionId ?? "";
}

function guest(email: string, roles: ("author" | "reviewer" | "admin")[]) {
  return {
    ...{ email, name: "Gwen Guest", prefix: "Dr", credentials: "MBBS" },
    ...{ affiliation: "Example Hospital", orcid: "0000-0002-1825-0097" },
    ...{ roles, expertise: ["clinician" as const] },
  };
}

/** The links in mails to a person as they left, the newest last. */
async function linksTo(personId: string): Promise<string[]> {
  await deliverMails(() => Promise.resolve({ outcome: "kept" }));
  const { rows } = await database.owner.query<{ words: string }>(
    `SELECT plain_text AS words FROM desk.mail
      WHERE recipient_id = $1 AND kind = 'invitation_to_desk' ORDER BY queued_at, id`,
    [personId],
  );
  return rows.map(
    ({ words }) => /https?:\S+\/invitation\/\S+/.exec(words)?.[0] ?? "",
  );
}

test("an editor's guest gets one mail with a link, and comes in by it", async () => {
  const invited = await invitePerson(
    await sessionOf(editor),
    guest("guest@example.org", ["reviewer"]),
  );
  if (!invited.ok) throw new Error(invited.because);
  expect(await findPerson(invited.value)).toMatchObject({
    ...{ name: "Gwen Guest", roles: ["reviewer"], expertise: ["clinician"] },
    verifications: [{ expertise: "clinician", verifiedBy: "editor" }],
  });
  expect(await listNotJoined([invited.value, editor])).toEqual([invited.value]);
  const [link, ...more] = await linksTo(invited.value);
  expect(more).toEqual([]);
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invitation\/[\w-]{43}$/);
  const token = link?.split("/").at(-1) ?? "";
  expect(await acceptInvitation(token, password)).toMatchObject({ ok: true });
  expect(await getJoining(invited.value)).toMatchObject({ hasJoined: true });
});

test("the database refuses an editor who invites an admin", async () => {
  expect(
    await invitePerson(
      await sessionOf(editor),
      guest("king@example.org", ["admin"]),
    ),
  ).toMatchObject({ because: "not_an_admin" });
});

test("an author invites nobody, and an address is taken once", async () => {
  const wanted = guest("AUTHOR@example.org", ["author"]);
  expect(await invitePerson(await sessionOf(author), wanted)).toMatchObject({
    because: "not_an_admin",
  });
  expect(await invitePerson(await sessionOf(admin), wanted)).toMatchObject({
    because: "email_taken",
  });
});

test("whoever has not come in can be invited again, whoever has cannot", async () => {
  const slow = await addPerson(database, "slow@example.org", ["author"], {
    hasPassword: false,
  });
  const session = await sessionOf(editor);
  expect(await getJoining(slow)).toMatchObject({ linkEndsOn: null });
  expect((await sendInvitation(session, slow)).ok).toBe(true);
  expect((await sendInvitation(session, slow)).ok).toBe(true);
  expect((await linksTo(slow)).length).toBe(2);
  expect(await getJoining(slow)).toMatchObject({
    ...{ hasJoined: false, isLinkOver: false },
    linkEndsOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
  });
  expect(await sendInvitation(session, author)).toMatchObject({
    because: "already_joined",
  });
});

test("a change of roles ends every session that was opened under the old ones", async () => {
  const changed = await addPerson(database, "changed@example.org", ["author"]);
  const requests = [await signIn(changed), await signIn(changed)];
  const session = await sessionOf(admin);
  const wanted = { roles: ["author" as const, "reviewer" as const] };
  const outcome = await setRoles(session, changed, {
    ...wanted,
    expertise: ["pharmacist"],
  });
  expect(outcome.ok).toBe(true);
  for (const request of requests) {
    expect(await findSignedIn(request)).toBeNull();
  }
  expect(await findSignedIn(await signIn(admin))).not.toBeNull();
  expect(await findPerson(changed)).toMatchObject({
    ...{ roles: ["author", "reviewer"], expertise: ["pharmacist"] },
  });
});

test("only an admin sets roles, and nobody's session ends by a refusal", async () => {
  const request = await signIn(author);
  const wanted = { roles: ["admin" as const], expertise: [] };
  expect(await setRoles(await sessionOf(editor), author, wanted)).toMatchObject(
    { because: "not_an_admin" },
  );
  expect(await findSignedIn(request)).not.toBeNull();
});

test("the desk keeps one admin", async () => {
  const session = await sessionOf(admin);
  expect(
    await setRoles(session, admin, { roles: ["editor"], expertise: [] }),
  ).toMatchObject({ because: "last_admin" });
  expect(await deactivatePerson(session, admin, null)).toMatchObject({
    because: "last_admin",
  });
});

test("two admins who switch each other off at once leave one", async () => {
  const other = await addPerson(database, "other-admin@example.org", ["admin"]);
  const sessions = [await sessionOf(admin), await sessionOf(other)] as const;
  const outcomes = await Promise.all([
    deactivatePerson(sessions[0], other, null),
    deactivatePerson(sessions[1], admin, null),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const { rows } = await database.owner.query(
    "SELECT FROM desk.person p JOIN desk.person_role r ON r.person_id = p.id AND r.role = 'admin' WHERE p.is_active",
  );
  expect(rows).toHaveLength(1);
  // The others go on with the admin that they know.
  await database.owner.query(
    "UPDATE desk.person SET is_active = (id = $1), deactivated_at = CASE WHEN id <> $1 THEN desk.clock() END WHERE id = ANY ($2)",
    [admin, [admin, other]],
  );
});

test("an owner is switched off only when somebody takes over the pages", async () => {
  const owner = await addPerson(database, "owner@example.org", ["author"]);
  await addPage(await sessionOf(editor), "page-of-owner", owner);
  const request = await signIn(owner);
  const session = await sessionOf(admin);
  expect(await deactivatePerson(session, owner, null)).toMatchObject({
    because: "owner_required",
  });
  expect(await deactivatePerson(session, owner, owner)).toMatchObject({
    because: "person_inactive",
  });
  expect((await deactivatePerson(session, owner, author)).ok).toBe(true);
  expect(await findSignedIn(request)).toBeNull();
  expect(await findPerson(owner)).toMatchObject({
    ...{ isActive: false, ownedPages: 0 },
  });
  expect(await findPerson(author)).toMatchObject({ ownedPages: 1 });
});

test("a declaration of interests holds for a year to the day", async () => {
  const session = await sessionOf(author);
  expect(
    await declareInterests(session, {
      hasNone: false,
      statement: " ",
      entries: [],
    }),
  ).toMatchObject({ because: "statement_missing" });
  await declareInterests(session, {
    hasNone: true,
    statement: "",
    entries: [],
  });
  expect(await listDeclarations(author)).toMatchObject([
    { hasNone: true, isInForce: true },
  ]);
  await database.advance("1 year 1 day");
  expect(await listDeclarations(author)).toMatchObject([{ isInForce: false }]);
  expect(await findPerson(author)).toMatchObject({ interestsUntil: null });
  await database.advance("-1 year -1 day");
});

test("an admin changes the settings, in a zone that there is", async () => {
  const session = await sessionOf(admin);
  const wanted = {
    ...{ deskName: "Gene desk", timeZone: "Europe/Vienna" },
    ...{ dateOrder: "month_first" as const, senderAddress: "d@example.org" },
  };
  expect(
    await changeSettings(session, { ...wanted, timeZone: "Mars/Olympus" }),
  ).toMatchObject({ because: "unknown_time_zone" });
  expect(await changeSettings(await sessionOf(editor), wanted)).toMatchObject({
    because: "not_an_admin",
  });
  expect((await changeSettings(session, wanted)).ok).toBe(true);
  expect(await getDeskSettings()).toEqual(wanted);
});
