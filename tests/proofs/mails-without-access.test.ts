import { afterAll, beforeAll, expect, test } from "vitest";
import { mailTemplates, type MailKind } from "../../emails/kinds";
import { deliverMails } from "~/jobs/deliver-mails.server";
import { previewMail } from "~/jobs/preview-mail.server";
import { hashToken } from "~/lib/token.server";
import { createWorld, type World } from "../support/world";
import { raiseEveryMail } from "../jobs/every-mail";

// The keys of a constant table are its own kinds.
const kinds = Object.keys(mailTemplates).sort() as MailKind[];

let world: World;
let count = 0;
beforeAll(async () => {
  world = await createWorld();
  await raiseEveryMail(world);
  const rows = await world.rows<{ kind: string; count: number }>(
    "SELECT kind, count(*)::integer AS count FROM desk.mail WHERE state = 'queued' GROUP BY kind",
  );
  // A kind that is missing here needs its act in every-mail.ts.
  expect(rows.map(({ kind }) => kind).sort()).toEqual(kinds);
  count = rows.reduce((sum, row) => sum + row.count, 0);
  for (const table of kept)
    await world.rows(`CREATE TEMP TABLE kept_${table} AS TABLE desk.${table}`);
});
afterAll(() => world.drop());

/** What the ways to lose access change. */
const kept = [
  ...["person", "person_role", "person_expertise"],
  ...["page", "page_author", "assignment", "mail"],
];

/** Everybody has their access again, and every mail is still to be sent. */
async function giveBack(): Promise<void> {
  const statements = [
    "UPDATE desk.person p SET is_active = k.is_active, deactivated_at = k.deactivated_at FROM kept_person k WHERE k.id = p.id",
    "UPDATE desk.page p SET owner_id = k.owner_id, confidential_until = k.confidential_until FROM kept_page k WHERE k.id = p.id",
    "UPDATE desk.assignment a SET state = k.state FROM kept_assignment k WHERE k.id = a.id",
    "UPDATE desk.outside_link SET revoked_at = NULL",
    ...["person_role", "person_expertise", "page_author"].map(
      (table) =>
        `INSERT INTO desk.${table} TABLE kept_${table} ON CONFLICT DO NOTHING`,
    ),
    "UPDATE desk.mail m SET state = 'queued', attempts = 0, sent_at = NULL, next_attempt_at = desk.clock(), props = k.props FROM kept_mail k WHERE k.id = m.id AND m.state <> 'failed'",
  ];
  for (const statement of statements) await world.rows(statement);
}

type Sent = { kind: MailKind; to: string };

/** Delivers the outbox to a server that takes everything; who got what. */
async function deliver(): Promise<Sent[]> {
  let taken = 0;
  await deliverMails(() => {
    taken += 1;
    return Promise.resolve({ outcome: "sent", answer: "250 OK" });
  });
  const sent = await world.rows<Sent & { state: string }>(
    "SELECT m.kind, m.state, split_part(p.email, '.', 1) AS to FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id WHERE m.state NOT IN ('failed', 'skipped')",
  );
  expect(sent.filter(({ state }) => state !== "sent")).toEqual([]);
  expect(taken).toBe(sent.length);
  return sent.map(({ kind, to }) => ({ kind, to }));
}

/** Leaves the mails that nobody may get any more; the others went in an earlier test. */
async function keepOnly(whose?: string[], ofKinds?: string[]): Promise<number> {
  await world.rows(
    `UPDATE desk.mail m SET state = 'skipped' FROM desk.person p
      WHERE p.id = m.recipient_id AND m.state = 'queued'
        AND NOT (coalesce(split_part(p.email, '.', 1) = ANY ($1), true) AND coalesce(m.kind = ANY ($2), true))`,
    [whose, ofKinds],
  );
  const kept = await world.rows("SELECT FROM desk.mail WHERE state = 'queued'");
  return kept.length;
}

type Loss = {
  how: string;
  statements: string[];
  /** Whose access that is, by first name, and to which kinds; all where unsaid. */
  whose?: string[];
  to?: MailKind[];
};

const losses: Loss[] = [
  {
    how: "the link of an outside expert is taken back",
    whose: ["ines"],
    statements: ["UPDATE desk.outside_link SET revoked_at = desk.clock()"],
  },
  {
    how: "the verification of an outside expert is ended",
    whose: ["ines"],
    to: ["outside_code", "review_reminder", "review_by_extended"],
    statements: [
      "INSERT INTO desk.expert_verification_end (verification_id, reason, ended_by) SELECT id, 'Retired.', verified_by FROM desk.expert_verification",
    ],
  },
  {
    how: "everybody is switched off",
    statements: [
      "UPDATE desk.person SET is_active = false, deactivated_at = desk.clock()",
    ],
  },
  {
    how: "everybody loses roles, expertise and pages",
    statements: [
      "DELETE FROM desk.person_role",
      "DELETE FROM desk.person_expertise",
      "DELETE FROM desk.page_author",
      "UPDATE desk.page SET owner_id = NULL",
      "UPDATE desk.outside_link SET revoked_at = desk.clock()",
    ],
  },
  {
    how: "the author is off the team",
    whose: ["tom"],
    statements: [
      "DELETE FROM desk.page_author",
      "UPDATE desk.page SET owner_id = (SELECT id FROM desk.person WHERE email LIKE 'amira%')",
    ],
  },
  {
    how: "the reviewers who were asked are released",
    to: ["review_requested", "review_reminder", "review_by_extended"],
    statements: [
      "UPDATE desk.assignment SET state = 'dismissed' WHERE state IN ('invited', 'accepted')",
    ],
  },
  {
    how: "those who were asked decline",
    to: ["review_requested", "review_reminder", "review_by_extended"],
    statements: [
      "UPDATE desk.assignment SET state = 'declined' WHERE state = 'invited'",
    ],
  },
  {
    how: "an expertise is withdrawn",
    whose: ["lina", "jonas"],
    // That somebody else does it is said to whoever need not do it any more.
    to: kinds.filter(
      (kind) => !["review_handed_over", "review_dismissed"].includes(kind),
    ),
    statements: ["DELETE FROM desk.person_expertise"],
  },
  {
    how: "every page is confidential",
    whose: ["daniel", "maya"],
    to: kinds.filter(
      (kind) => !["mail_bounced", "invitation_to_desk"].includes(kind),
    ),
    statements: ["UPDATE desk.page SET confidential_until = desk.today() + 9"],
  },
  {
    how: "an editor is editor no longer",
    whose: ["daniel"],
    statements: ["DELETE FROM desk.person_role WHERE role = 'editor'"],
  },
];

test("what is raised is sent, while everybody may know it", async () => {
  const sent = await deliver();
  expect([...new Set(sent.map(({ kind }) => kind))].sort()).toEqual(kinds);
});

test("whoever is asked from outside is sent a way in of their own by every mail, and an older one still opens", async () => {
  await giveBack();
  const mails: { kind: string; text: string }[] = [];
  await deliverMails((mail) => {
    if (mail.to.address.startsWith("ines."))
      mails.push({ kind: mail.subject, text: mail.text });
    return Promise.resolve({ outcome: "sent", answer: "250 OK" });
  });
  const keys = mails.flatMap(
    ({ text }) => /\/outside\/([\w-]{20,})/.exec(text)?.[1] ?? [],
  );
  // Two invitations, a reminder and more time; the code's mail belongs to a screen that is open.
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(4);
  expect(mails.map(({ text }) => text).join()).not.toContain("/desk/");
  for (const key of keys) {
    const { rows } = await world.database.auth.query(
      "SELECT * FROM desk.outside_invitation($1)",
      [hashToken(key)],
    );
    expect(rows).toHaveLength(1);
  }
  const kept = await world.rows<{ text: string }>(
    "SELECT concat(html, plain_text, props) AS text FROM desk.mail WHERE state = 'sent'",
  );
  for (const key of keys)
    expect(kept.some(({ text }) => text.includes(key))).toBe(false);
});

test("every mail can be looked at with its own facts, by those who may know of its page, and gives nobody a key", async () => {
  await giveBack();
  const opening = "What we say ourselves, {person}.";
  const shown = async (name: "maya" | "sara") => {
    const found: string[] = [];
    for (const kind of kinds) {
      const viewer = world.stage.idOf(name);
      const words = { opening, closing: "" };
      const preview = await previewMail(kind, "desk", viewer, words);
      if (!preview) continue;
      expect(preview.text).toMatch(/What we say ourselves, [^{]+\./);
      expect(preview.html).toContain("Dear ");
      expect(preview.text).not.toMatch(/undefined|null|\[object/);
      found.push(kind);
    }
    return found;
  };
  const keys = `SELECT (SELECT count(*) FROM desk.assignment_link), (SELECT count(*) FROM desk.outside_key), (SELECT count(*) FROM desk.mail),
    (SELECT string_agg(i::text, ',') FROM desk.invitation i), (SELECT string_agg(c::text, ',') FROM desk.signing_code c)`;
  const [before] = await world.rows(keys);
  expect(await shown("maya")).toEqual(kinds);
  await world.rows(
    "UPDATE desk.page SET confidential_until = desk.today() + 9",
  );
  // An invitation is about no page.
  expect(await shown("sara")).toEqual(["invitation_to_desk"]);
  expect(await world.rows(keys)).toEqual([before]);
  expect(await previewMail("nothing", "sample", "")).toBeNull();
});

for (const { how, statements, whose, to: ofKinds } of losses)
  test(`nothing is sent to whoever may not know after ${how}`, async () => {
    await giveBack();
    for (const statement of statements) await world.rows(statement);
    const held = await keepOnly(whose, ofKinds);
    const sent = await deliver();
    console.log(
      `mails: ${count} of ${kinds.length} kinds raised, then ${how}: ${held} to whoever may not know, ${sent.length} of them sent`,
    );
    expect(held).toBeGreaterThan(0);
    expect(sent).toEqual([]);
  });
