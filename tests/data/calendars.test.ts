import { afterAll, beforeAll, expect, test } from "vitest";
import {
  makeCalendarAddress,
  revokeCalendarAddress,
} from "~/commands/calendar-addresses.server";
import { listCalendarAddresses } from "~/data/calendars.server";
import { loader } from "~/routes/calendar.$file";
import { loader as readFeed } from "~/routes/_public.feed[.]atom";
import { valueOf } from "../commands/review-desk";
import { readCalendar } from "../support/read-calendar";
import { createWorld, type DemoName, type World } from "../support/world";

let world: World;
let due = "";
beforeAll(async () => {
  world = await createWorld();
  const live = await world.published("mlh1", { slug: "live-one" });
  const asked = await world.play("mlh1", { slug: "asked-one" }).write();
  await (await asked.submit()).assign("maya", "lina", "laboratory_scientist");
  await world.published("ros1", { author: "amira", slug: "kept-secret" });
  const [row] = await world.rows<{ day: string }>(
    "SELECT next_review_due::text AS day FROM desk.publication WHERE page_id = $1",
    [live.pageId],
  );
  due = row?.day ?? "";
});
afterAll(() => world.drop());

const sessionOf = (name: DemoName) => world.stage.sessions.get(name) ?? "";
const make = async (name: DemoName, scope: "mine" | "desk") =>
  valueOf(await makeCalendarAddress(sessionOf(name), scope));

async function read(file: string) {
  const response = await loader({
    request: new Request("http://localhost/"),
    params: { file },
    context: {} as never,
  });
  return { status: response.status, text: await response.text() };
}
const days = async (token: string) =>
  readCalendar((await read(`${token}.ics`)).text).map(
    ({ on, summary }) => `${on} ${summary}`,
  );

test("my calendar has my reviews and my pages' days, and nothing of anybody else", async () => {
  const title = /^\S+ MLH1: /;
  const ofTom = await days(await make("tom", "mine"));
  expect(ofTom).toHaveLength(1);
  expect(ofTom[0]).toMatch(
    new RegExp(`^${due} MLH1: next review of the page due \\(`),
  );
  const ofLina = await days(await make("lina", "mine"));
  expect(ofLina).toHaveLength(2);
  for (const day of ofLina) expect(day).toMatch(title);
  expect(ofLina.join()).toContain("say whether you will review it");
  expect(await days(await make("sara", "mine"))).toEqual([]);
});

test("the desk's calendar is for editors, and leaves out what is confidential", async () => {
  const refused = await makeCalendarAddress(sessionOf("tom"), "desk");
  expect(refused).toMatchObject({ ok: false, because: "not_an_editor" });
  const token = await make("maya", "desk");
  const before = await days(token);
  expect(before.filter((day) => day.includes("ROS1"))).toHaveLength(1);
  await world.rows(
    "UPDATE desk.page SET confidential_until = desk.today() + 9 WHERE slug = 'kept-secret'",
  );
  const after = await days(token);
  expect(after).toEqual(before.filter((day) => !day.includes("ROS1")));
  // Its owner may know of it; a calendar, copied to other machines, may not.
  expect(await days(await make("amira", "mine"))).toEqual([]);
  await world.rows("UPDATE desk.page SET confidential_until = NULL");
  await world.rows(
    "DELETE FROM desk.person_role WHERE role = 'editor' AND person_id = $1",
    [world.stage.idOf("maya")],
  );
  expect((await read(`${token}.ics`)).text).toContain("for its editors");
  await world.rows(
    "INSERT INTO desk.person_role (person_id, role) VALUES ($1, 'editor')",
    [world.stage.idOf("maya")],
  );
});

test.each([
  "",
  "x.ics",
  "..%2f.ics",
  `${"a".repeat(43)}`,
  `${"a".repeat(43)}.ics.ics`,
  `${"é".repeat(43)}.ics`,
])(
  "an address that cannot be read is refused with the reason: %s",
  async (file) => {
    const { status, text } = await read(file);
    expect(status).toBe(404);
    expect(text).toContain("its token cannot be read");
  },
);

test("an address that is revoked, unknown or of somebody switched off says so", async () => {
  expect(await read(`${"a".repeat(43)}.ics`)).toMatchObject({ status: 404 });
  const token = await make("jonas", "mine");
  const [address] = await listCalendarAddresses(world.stage.idOf("jonas"));
  const id = address?.id ?? "";
  expect(await revokeCalendarAddress(sessionOf("tom"), id)).toMatchObject({
    because: "not_found",
  });
  const [kept] = await world.rows<{ all: string }>(
    "SELECT string_agg(c::text, '') AS all FROM desk.calendar_address c",
  );
  expect(kept?.all).not.toContain(token);
  valueOf(await revokeCalendarAddress(sessionOf("jonas"), id));
  expect(await read(`${token}.ics`)).toMatchObject({
    status: 410,
    text: expect.stringContaining("revoked"),
  });
  expect(await revokeCalendarAddress(sessionOf("jonas"), id)).toMatchObject({
    because: "link_revoked",
  });
  for (let made = 0; made < 10; made += 1) await make("jonas", "mine");
  expect(await makeCalendarAddress(sessionOf("jonas"), "mine")).toMatchObject({
    because: "too_many_addresses",
  });
  const other = await make("sara", "mine");
  await world.rows(
    "UPDATE desk.person SET is_active = false, deactivated_at = desk.clock() WHERE id = $1",
    [world.stage.idOf("sara")],
  );
  expect(await read(`${other}.ics`)).toMatchObject({
    status: 410,
    text: expect.stringContaining("switched off"),
  });
});

test("the feed tells what was published and withdrawn once each, under ids that outlive an address, and no confidential page", async () => {
  const entries = async () => {
    const text = await (await readFeed()).text();
    return [
      ...text.matchAll(/<entry><id>(.*?)<\/id><title>(.*?)<\/title>/g),
    ].map(([, id, title]) => ({ id, title }));
  };
  const first = await entries();
  expect(first).toHaveLength(2);
  expect(first.map(({ title }) => title?.split(":")[0])).toEqual([
    "Published",
    "Published",
  ]);
  const [page] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.page WHERE slug = 'live-one'",
  );
  await world.stage.act(
    "maya",
    "rename_page",
    page?.id ?? "",
    "live-two",
    "A typo.",
  );
  expect(await entries()).toEqual(first);
  await world.stage.act(
    "maya",
    "withdraw",
    page?.id ?? "",
    "error",
    false,
    "Wrong.",
  );
  const [newest, ...older] = await entries();
  expect(newest?.title).toMatch(/^Withdrawn: /);
  expect(older).toEqual(first);
  expect(new Set([newest, ...older].map((each) => each?.id)).size).toBe(3);
  await world.rows(
    "UPDATE desk.page SET confidential_until = desk.today() + 9 WHERE slug = 'kept-secret'",
  );
  expect((await entries()).map(({ title }) => title).join()).not.toContain(
    "ROS1",
  );
  // Archived meanwhile, it is still not named.
  await world.rows(
    "UPDATE desk.page SET archived_at = desk.clock() WHERE slug = 'kept-secret'",
  );
  expect((await entries()).map(({ title }) => title).join()).not.toContain(
    "ROS1",
  );
  await world.rows(
    "UPDATE desk.page SET confidential_until = NULL, archived_at = NULL",
  );
});

test("the feed names the next review that counts, also when it was brought forward", async () => {
  await world.rows(
    `INSERT INTO desk.due_brought_forward (publication_id, due_on, brought_by, reason)
       SELECT p.id, '2026-08-03', $1, 'A trial reports.' FROM desk.publication p JOIN desk.page pg ON pg.id = p.page_id WHERE pg.slug = 'kept-secret'`,
    [world.stage.idOf("maya")],
  );
  expect(await (await readFeed()).text()).toContain(
    "next review due 3 August 2026",
  );
});
