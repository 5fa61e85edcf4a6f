import { afterAll, beforeAll, expect, test } from "vitest";
import {
  markAlert,
  markAlertsRead,
  markReviewAlertsRead,
} from "~/commands/read-alerts.server";
import { countUnreadAlerts, listInbox } from "~/data/inbox.server";
import { deliverMails } from "~/jobs/deliver-mails.server";
import { alertInWords, dueNowInWords } from "~/wording/inbox";
import { mailKinds } from "../../emails/kinds";
import { raiseEveryMail } from "../jobs/every-mail";
import { keepMails } from "../jobs/passes";
import { createWorld, type DemoName, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await raiseEveryMail(world);
  await deliverMails(keepMails);
});
afterAll(() => world.drop());

const inboxOf = (name: DemoName) => listInbox(world.stage.idOf(name), false);
const unreadOf = (name: DemoName) => countUnreadAlerts(world.stage.idOf(name));
const sessionOf = (name: DemoName) => world.stage.sessions.get(name) ?? "";

test("each alert is there for its person, with the words of its mail and the way to its act", async () => {
  const seen = new Set<string>();
  for (const name of ["maya", "daniel", "tom", "lina", "jonas"] as const)
    for (const alert of await inboxOf(name)) {
      seen.add(alert.kind);
      expect(alert.href).toMatch(/^\/(desk|pages)\//);
      expect(alert.isRead).toBe(false);
      expect(alertInWords(alert)).toMatch(/^(MLH1: |A subject$)/);
      if (alert.kind === "review_due")
        expect(alertInWords(alert)).toMatch(/^MLH1: its review is due \d+ /);
    }
  // Those that go to nobody's inbox: keys, and the digest that holds reminders.
  const others = ["invitation_to_desk", "outside_invitation", "outside_code"];
  const kinds = mailKinds.filter((kind) => !others.includes(kind));
  expect([...seen].sort()).toEqual(
    kinds
      .map((kind) => (kind === "review_due_digest" ? "review_due" : kind))
      .sort(),
  );
});

test("a request leads to its own review, and no key is in the way", async () => {
  const requests = (await inboxOf("lina")).filter(
    ({ kind }) => kind === "review_requested",
  );
  expect(requests.length).toBeGreaterThan(0);
  for (const { href } of requests)
    expect(href).toMatch(/^\/desk\/reviews\/[0-9a-f-]{36}$/);
  // Opened there, it is read; what was told of other reviews is not.
  const [first] = requests;
  const before = await unreadOf("lina");
  const assignmentId = first?.href?.split("/").at(-1) ?? "";
  const told = (await inboxOf("lina")).filter(({ href }) =>
    href?.endsWith(assignmentId),
  );
  const lina = world.stage.idOf("lina");
  await markReviewAlertsRead(sessionOf("lina"), lina, assignmentId);
  expect(await unreadOf("lina")).toBe(before - told.length);
});

test("the count is what is unread; read, unread and all read are the person's own", async () => {
  const all = await inboxOf("tom");
  const [first] = all;
  if (!first) throw new Error("nothing for Tom");
  expect(await unreadOf("tom")).toBe(all.length);
  // Somebody else's alert is not theirs to mark.
  await markAlert(sessionOf("maya"), first.id, true);
  expect(await unreadOf("tom")).toBe(all.length);
  await markAlert(sessionOf("tom"), first.id, true);
  await markAlert(sessionOf("tom"), first.id, true);
  expect(await unreadOf("tom")).toBe(all.length - 1);
  const unread = await listInbox(world.stage.idOf("tom"), true);
  expect(unread.map(({ id }) => id)).not.toContain(first.id);
  await markAlert(sessionOf("tom"), first.id, false);
  expect(await unreadOf("tom")).toBe(all.length);
  const [, older] = all;
  const since = all.filter(
    ({ raisedAt }) => raisedAt > (older ?? first).raisedAt,
  );
  await markAlertsRead(sessionOf("tom"), (older ?? first).raisedAt);
  expect(await unreadOf("tom")).toBe(since.length);
  expect(await markAlert("nobody", first.id, true)).toMatchObject({
    because: "not_signed_in",
  });
});

test("a reminder says what was true when it was told, and apart how the page stands now", async () => {
  const reminderOf = async () => {
    const alerts = await inboxOf("tom");
    const found = alerts.find(({ kind }) => kind === "review_due");
    if (!found) throw new Error("nothing is due");
    return [alertInWords(found), found.stateNow, dueNowInWords(found)];
  };
  const [told, state] = await reminderOf();
  expect([told, state]).toEqual([
    expect.stringMatching(/^MLH1: its review is due \d+ /),
    "due_soon",
  ]);
  await world.database.advance("90 days");
  expect(await reminderOf()).toEqual([told, "withheld", undefined]);
  await world.rows(
    "UPDATE desk.page_listing SET next_review_due = desk.today() + 400 WHERE next_review_due IS NOT NULL",
  );
  const [same, now, due] = await reminderOf();
  expect([same, now]).toEqual([told, "live"]);
  expect(due).toMatch(/^next review due \d+ /);
});

test("what somebody may not be told any more is neither shown nor counted", async () => {
  const before = await inboxOf("daniel");
  expect(before.length).toBeGreaterThan(3);
  await world.rows(
    "UPDATE desk.page SET confidential_until = desk.today() + 9 WHERE slug <> 'discussed'",
  );
  const titles = (await inboxOf("daniel")).map(({ slug }) => slug);
  expect(new Set(titles)).toEqual(new Set(["discussed"]));
  expect(await unreadOf("daniel")).toBe(titles.length);
  await world.rows("UPDATE desk.page SET confidential_until = NULL");
  expect(await inboxOf("daniel")).toHaveLength(before.length);
  await world.rows("DELETE FROM desk.person_role WHERE person_id = $1", [
    world.stage.idOf("daniel"),
  ]);
  expect(await inboxOf("daniel")).toEqual([]);
  expect(await unreadOf("daniel")).toBe(0);
});
