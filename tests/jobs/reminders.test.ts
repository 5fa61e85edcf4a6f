import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type PagePlay, type World } from "../support/world";
import { listReminded, pass } from "./passes";

const ownerAndReviewers = ["jonas", "lina", "owen", "tom"];
const editors = ["daniel", "maya"];

describe("the reminder schedule, day by day", () => {
  let world: World;
  let page: PagePlay;
  beforeAll(async () => {
    world = await createWorld();
    const cancer = await world.stage.act<string>(
      "maya",
      "set_collection",
      ...["cancer", "Cancer genetics", world.stage.idOf("ngozi")],
    );
    page = await world.published("ros1", { collectionId: cancer });
  });
  afterAll(() => world.drop());

  test("each step reaches its people on its day, once, and no other day says anything", async () => {
    const seen: [string, Record<string, string[]>][] = [];
    let passes = 0;
    for (let day = 0; day < 100; day += 1) {
      const moment = new Date(Date.UTC(2026, 11, 31 + day, 9)).toISOString();
      await world.database.setClock(moment);
      await pass();
      const { raised } = await pass();
      expect(raised, "the second pass of a day").toBe(0);
      passes += 2;
      const today = moment.slice(0, 10);
      const told = await listReminded(world, page.pageId, today);
      if (Object.keys(told).length > 0) seen.push([today, told]);
    }
    expect(seen).toEqual([
      ["2027-01-01", { due_in_60: ownerAndReviewers }],
      ["2027-02-16", { due_in_14: ownerAndReviewers }],
      ["2027-03-02", { due_today: ownerAndReviewers }],
      ["2027-03-03", { first_overdue: editors }],
      ["2027-03-10", { "weekly_overdue:1": editors }],
      ["2027-03-16", { lead_overdue_14: ["ngozi"] }],
      ["2027-03-17", { "weekly_overdue:2": editors }],
      ["2027-03-24", { "weekly_overdue:3": editors }],
      ["2027-03-31", { "weekly_overdue:4": editors }],
      ["2027-04-01", { clinical_lead_overdue_30: ["ruth"] }],
      ["2027-04-07", { "weekly_overdue:5": editors }],
    ]);
    console.info(`reminders: ${passes} passes on 100 days`);
  });

  test("after weeks in which nothing ran, only the latest step goes out", async () => {
    await world.database.setClock("2027-05-27T09:00:00Z");
    await pass();
    expect(await listReminded(world, page.pageId, "2027-05-27")).toEqual({
      "weekly_overdue:12": editors,
    });
  });

  test("eight passes at once raise each reminder once", async () => {
    await world.database.setClock("2027-06-02T09:00:00Z");
    const passes = await Promise.all(Array.from({ length: 8 }, () => pass()));
    expect(passes.reduce((sum, { raised }) => sum + raised, 0)).toBe(2);
    expect(await listReminded(world, page.pageId, "2027-06-02")).toEqual({
      "weekly_overdue:13": editors,
    });
    const digests = await world.rows(
      "SELECT FROM desk.mail WHERE kind = 'review_due_digest' AND desk.day_of(queued_at) = '2027-06-02' AND attempts = 1",
    );
    expect(digests).toHaveLength(2);
  });

  test("a page that was withdrawn is not spoken of again", async () => {
    await world.stage.act(
      "maya",
      "withdraw",
      ...[page.pageId, "out_of_date", false, "Its evidence moved on."],
    );
    await world.database.setClock("2027-06-09T09:00:00Z");
    expect((await pass()).raised).toBe(0);
  });
});

describe("who is reminded, and when", () => {
  let world: World;
  afterEach(() => world.drop());

  const passOn = async (day: string, page: PagePlay) => {
    await world.database.setClock(`${day}T09:00:00Z`);
    await pass();
    return listReminded(world, page.pageId, day);
  };

  test("a day brought forward starts the steps again, for the new day", async () => {
    world = await createWorld();
    const page = await world.published("ros1");
    const dueIn60 = { due_in_60: ownerAndReviewers };
    expect(await passOn("2027-01-01", page)).toEqual(dueIn60);
    expect(await passOn("2027-01-20", page)).toEqual({});
    await world.stage.act(
      "tom",
      "bring_date_forward",
      ...[page.pageId, "2027-02-25", "A guideline is expected."],
    );
    expect(await passOn("2027-01-21", page)).toEqual(dueIn60);
    expect(await passOn("2027-02-10", page)).toEqual({});
    expect(await passOn("2027-02-11", page)).toEqual({
      due_in_14: ownerAndReviewers,
    });
    expect(await passOn("2027-02-25", page)).toEqual({
      due_today: ownerAndReviewers,
    });
    expect(await passOn("2027-02-26", page)).toEqual({
      first_overdue: editors,
    });
  });

  test("a new full review ends the reminders of the old day", async () => {
    world = await createWorld();
    const page = await world.published("egfr");
    await world.database.setClock("2027-02-20T09:00:00Z");
    await page.rereview("maya");
    await world.reviewed(page);
    await page.publish("daniel");
    expect(await passOn("2027-03-02", page)).toEqual({});
    expect(await passOn("2027-03-03", page)).toEqual({});
    expect(await passOn("2027-12-22", page)).toEqual({
      due_in_60: ownerAndReviewers,
    });
  });

  test("a step up to the due day goes out on the last working day before a weekend or a holiday", async () => {
    world = await createWorld({ at: "2025-12-14T09:00:00Z" });
    await world.rows(
      "INSERT INTO desk.holiday (day, name) VALUES ('2026-11-30', 'Saint Andrew')",
    );
    const page = await world.published("fbn1");
    // Due on Monday 14 December 2026; 14 days before is that holiday, a Monday.
    expect(await passOn("2026-11-26", page)).toEqual({
      due_in_60: ownerAndReviewers,
    });
    expect(await passOn("2026-11-27", page)).toEqual({
      due_in_14: ownerAndReviewers,
    });
    expect(await passOn("2026-11-30", page)).toEqual({});
    expect(await passOn("2026-12-11", page)).toEqual({});
    expect(await passOn("2026-12-14", page)).toEqual({
      due_today: ownerAndReviewers,
    });
  });

  test("a due day on a Sunday is announced on the Friday, and does not move", async () => {
    world = await createWorld({ at: "2025-12-13T09:00:00Z" });
    const page = await world.published("fbn1");
    expect(await passOn("2026-12-10", page)).not.toHaveProperty("due_today");
    expect(await passOn("2026-12-11", page)).toEqual({
      due_today: ownerAndReviewers,
    });
    expect(await passOn("2026-12-13", page)).toEqual({});
    expect(await stateOf(page)).toBe("due_soon");
    expect(await passOn("2026-12-14", page)).toEqual({
      first_overdue: editors,
    });
    expect(await stateOf(page)).toBe("overdue");
  });

  test("a page whose owner has left is told to every editor", async () => {
    world = await createWorld();
    const page = await world.published("mlh1", { author: "amira" });
    await world.stage.act(
      "maya",
      "deactivate_person",
      ...[world.stage.idOf("amira"), null],
    );
    expect(await passOn("2027-01-01", page)).toEqual({
      due_in_60: ["daniel", "jonas", "lina", "maya", "owen"],
    });
  });

  test("nobody who was switched off is reminded", async () => {
    world = await createWorld();
    const page = await world.published("mlh1");
    await world.stage.act(
      "maya",
      "deactivate_person",
      ...[world.stage.idOf("owen"), null],
    );
    expect(await passOn("2027-01-01", page)).toEqual({
      due_in_60: ["jonas", "lina", "tom"],
    });
  });

  test("a page that was never published reminds nobody", async () => {
    world = await createWorld();
    const draft = await world.approved("mlh1");
    expect(await passOn("2029-01-01", draft)).toEqual({});
  });

  async function stateOf({ pageId }: PagePlay) {
    const [standing] = await world.rows<{ state: string }>(
      "SELECT public_state AS state FROM desk.page_standing WHERE page_id = $1",
      [pageId],
    );
    return standing?.state;
  }
});
