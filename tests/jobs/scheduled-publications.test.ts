import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findPublicPage } from "~/data/public-site.server";
import { clocksOfTheDesk, startTimer } from "~/jobs/timer.server";
import { createWorld, type PagePlay, type World } from "../support/world";
import { listMailsOf, pass } from "./passes";

const hour = "2026-03-09T08:00:00Z";

let world: World;
let page: PagePlay;
beforeEach(async () => {
  world = await createWorld();
  page = await world.approved("fbn1");
  const { id, sha } = page.version;
  const grant = await world.stage.grant("daniel", "schedule", sha);
  await world.stage.act(
    "daniel",
    "schedule_publication",
    ...[grant, id, sha, new Date(hour)],
  );
});
afterEach(() => world.drop());

const passAt = async (moment: string) => {
  await world.database.setClock(moment);
  return pass();
};

type Row = { state: string; codes: string[] | null; by: string | null };

async function schedule(): Promise<Row | undefined> {
  const [row] = await world.rows<Row>(
    `SELECT CASE WHEN s.carried_out_at IS NOT NULL THEN 'carried out' WHEN s.refused_at IS NOT NULL THEN 'refused' ELSE 'waiting' END AS state,
            (SELECT array_agg(b ->> 'code' ORDER BY 1) FROM jsonb_array_elements(s.refused_because -> 'blockers') b) AS codes,
            (SELECT split_part(p.email, '.', 1) FROM desk.publication pub JOIN desk.person p ON p.id = pub.published_by
              WHERE pub.version_id = s.version_id) AS by
       FROM desk.schedule s`,
  );
  return row;
}

test("a scheduled version goes out at its hour, for the editor who signed it, and not a minute before", async () => {
  await passAt("2026-03-09T07:59:00Z");
  expect(await schedule()).toMatchObject({ state: "waiting" });
  expect(await findPublicPage(page.page.slug)).toBeNull();
  await passAt(hour);
  expect(await schedule()).toEqual({
    state: "carried out",
    codes: null,
    by: "daniel",
  });
  expect(await findPublicPage(page.page.slug)).toMatchObject({
    state: "live",
    contentSha256: page.version.sha,
    lastReviewedOn: "2026-03-02",
    publishedOn: "2026-03-09",
  });
});

test("a pass of the alerts that a mail server holds up delays no publication", async () => {
  await world.database.setClock(hour);
  let letGo: () => void = () => undefined;
  const held = new Promise<null>((resolve) => {
    letGo = () => resolve(null);
  });
  const isPublished = async () =>
    (await findPublicPage(page.page.slug))?.state === "live";
  const timer = startTimer(
    (line) => {
      throw new Error(line);
    },
    clocksOfTheDesk.map((clock) =>
      clock.name === "publications" ? clock : { ...clock, pass: () => held },
    ),
  );
  await vi.waitFor(async () => expect(await isPublished()).toBe(true), 60_000);
  letGo();
  await timer.stop();
});

test("eight passes at once publish it once", async () => {
  await world.database.setClock(hour);
  await Promise.all(Array.from({ length: 8 }, () => pass()));
  const publications = await world.rows("SELECT FROM desk.publication");
  expect(publications).toHaveLength(1);
});

test("the team and the reviewers are told of a scheduled publication as of any other", async () => {
  await passAt(hour);
  const told = await listMailsOf(world, "published", page.pageId);
  expect(told.map(({ to }) => to)).toEqual(["jonas", "lina", "owen", "tom"]);
  expect(told[0]?.plainText).toContain("Daniel Reyes");
});

test("what the gate refuses at its hour stays unpublished with every reason, and its editor is told once a day", async () => {
  const decision = await world.decisionOf(page, "lina");
  await world.stage.act(
    "lina",
    "revoke_approval",
    await world.stage.grant("lina", "revoke_approval", page.version.sha),
    ...[decision, "no_longer_stand_behind", "The figures were withdrawn."],
  );
  await passAt(hour);
  expect(await schedule()).toMatchObject({
    state: "refused",
    codes: expect.arrayContaining(["approval_revoked", "approvals_missing"]),
    by: null,
  });
  expect(await findPublicPage(page.page.slug)).toBeNull();
  await passAt("2026-03-09T08:10:00Z");
  await passAt("2026-03-09T09:00:00Z");
  const told = await listMailsOf(world, "schedule_refused");
  expect(told.map(({ to, state }) => [to, state])).toEqual([
    ["daniel", "kept"],
  ]);
  expect(told[0]?.subject).toMatch(/^FBN1: /);
  expect(told[0]?.plainText).toMatch(
    /https?:\S+\/desk\/pages\/fbn1-marfan-syndrome\/publish/,
  );
});

test("once its reason is gone, a refused schedule is carried out by a later pass", async () => {
  await world.stage.act(
    "maya",
    "set_confidential_until",
    ...[page.pageId, "2026-03-10"],
  );
  await passAt(hour);
  expect(await schedule()).toMatchObject({
    state: "refused",
    codes: ["confidential_until"],
  });
  await passAt("2026-03-10T08:00:00Z");
  expect(await schedule()).toMatchObject({ state: "carried out" });
  expect(await findPublicPage(page.page.slug)).toMatchObject({ state: "live" });
});

test("a cancelled schedule does nothing", async () => {
  const [row] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.schedule",
  );
  await world.stage.act("maya", "cancel_schedule", row?.id ?? "");
  await passAt("2026-03-09T08:01:00Z");
  expect(await findPublicPage(page.page.slug)).toBeNull();
});
