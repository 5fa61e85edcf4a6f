import { afterEach, beforeEach, expect, test } from "vitest";
import { listGoingOut } from "~/data/desk-progress.server";
import { createWorld, type PagePlay, type World } from "../support/world";
import { listMailsOf, pass } from "./passes";

const hour = "2026-03-20T08:00:00Z";

let world: World;
let page: PagePlay;
beforeEach(async () => {
  world = await createWorld();
  page = await world.approved("fbn1");
});
afterEach(() => world.drop());

async function schedule(at = hour) {
  const { id, sha } = page.version;
  const grant = await world.stage.grant("daniel", "schedule", sha);
  await world.stage.act(
    "daniel",
    "schedule_publication",
    ...[grant, id, sha, new Date(at)],
  );
}

async function revoke() {
  const decision = await world.decisionOf(page, "lina");
  await world.stage.act(
    "lina",
    "revoke_approval",
    await world.stage.grant("lina", "revoke_approval", page.version.sha),
    ...[decision, "no_longer_stand_behind", "The figures were withdrawn."],
  );
}

const passAt = async (moment: string) => {
  await world.database.setClock(moment);
  return pass();
};

const rehearsed = () =>
  world.rows<{ step: string; found: number }>(
    "SELECT step, jsonb_array_length(blockers) AS found FROM desk.rehearsal ORDER BY rehearsed_at, step",
  );

const toldOf = async () =>
  (await listMailsOf(world, "rehearsal_refused")).map(({ to, state }) => ({
    to,
    state,
  }));

test("the gate is rehearsed seven days, 24 hours and one hour before, each once, and says nothing while nothing is wrong", async () => {
  await schedule();
  await passAt("2026-03-13T07:59:00Z");
  expect(await rehearsed()).toEqual([]);
  for (const moment of [
    "2026-03-13T08:00:00Z",
    "2026-03-13T08:01:00Z",
    "2026-03-19T08:00:00Z",
    "2026-03-20T07:00:00Z",
    "2026-03-20T07:01:00Z",
  ])
    await passAt(moment);
  expect(await rehearsed()).toEqual([
    { step: "7 days", found: 0 },
    { step: "24 hours", found: 0 },
    { step: "1 hour", found: 0 },
  ]);
  expect(await toldOf()).toEqual([]);
});

test("eight instances at once rehearse a step once, and each person gets one mail", async () => {
  await schedule();
  await revoke();
  await world.database.setClock("2026-03-13T08:00:00Z");
  await Promise.all(Array.from({ length: 8 }, () => pass()));
  expect(await rehearsed()).toMatchObject([{ step: "7 days" }]);
  expect((await toldOf()).map(({ to }) => to)).toEqual(["daniel", "tom"]);
});

test("the owner and whoever scheduled get the reasons in words", async () => {
  await schedule();
  await revoke();
  await passAt("2026-03-19T08:00:00Z");
  const [mail] = await listMailsOf(world, "rehearsal_refused");
  expect(mail?.subject).toMatch(/^FBN1: in 24 hours it would be refused/);
  expect(mail?.plainText).toMatch(/revoked|took/i);
  expect(mail?.plainText).toMatch(
    /\/desk\/pages\/fbn1-marfan-syndrome\/publish/,
  );
  const viewer = { personId: world.stage.idOf("maya"), seesAll: true };
  const { pages } = await listGoingOut(viewer, 5);
  expect(pages).toMatchObject([
    { slug: "fbn1-marfan-syndrome", isRefused: false },
  ]);
  expect(pages[0]?.reasonCount).toBeGreaterThan(0);
});

test("an approval that will have run out at the hour is foretold, though the gate takes it today", async () => {
  await schedule("2026-06-01T08:00:00Z");
  await passAt("2026-05-25T08:00:00Z");
  const [mail] = await listMailsOf(world, "rehearsal_refused");
  expect(mail?.plainText).toContain("too old");
});

test("a step that lay before the schedule was signed is left out, and of steps missed only the latest runs", async () => {
  await schedule("2026-03-06T08:00:00Z");
  await pass();
  expect(await rehearsed()).toEqual([]);
  await passAt("2026-03-06T07:30:00Z");
  expect(await rehearsed()).toMatchObject([{ step: "1 hour" }]);
});

test("a cancelled schedule is not rehearsed, and what was cleared meanwhile is not mailed", async () => {
  await schedule();
  const [row] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.schedule",
  );
  await world.stage.act("daniel", "cancel_schedule", row?.id ?? "");
  await passAt("2026-03-19T08:00:00Z");
  expect(await rehearsed()).toEqual([]);
  expect(await toldOf()).toEqual([]);
});
