import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../support/world";
import { desk } from "./desk";
import { ownPage } from "../support/own-page";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld({ at: "2026-03-02T09:00:00Z" });
  folder = await mkdtemp(join(tmpdir(), "desk-overdue-"));
  await writeFile(join(folder, "page.txt"), ownPage);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.drop();
});

async function overduePages(...args: string[]) {
  const { code, json } = await desk(["overdue", ...args, "--json"]);
  expect(code).toBe(0);
  return json as {
    page: string;
    place: string;
    overdueSince: string;
    daysOverdue: number;
  }[];
}

test("nothing is overdue on an empty desk", async () => {
  expect(await desk(["overdue"])).toMatchObject({
    ...{ code: 0, out: "No page is overdue.\n" },
  });
});

test("a page reviewed elsewhere in 2022 is overdue since 4 May 2023", async () => {
  await desk([
    ...["import", join(folder, "page.txt")],
    ...["--as", "maya.okafor@example.org"],
  ]);
  expect(await overduePages()).toEqual([
    expect.objectContaining({
      page: "ros1-fusions-in-lung-cancer",
      place: "elsewhere",
      lastReviewed: "2022-05-04",
      nextReviewDue: "2023-05-04",
      overdueSince: "2023-05-04",
      daysOverdue: 1033,
    }),
  ]);
  expect(await overduePages("--on", "2023-05-04")).toEqual([]);
  expect(await overduePages("--on", "2023-05-05")).toHaveLength(1);
  expect((await desk(["overdue"])).out).toContain("4 May 2023");
});

test("a live page is overdue from the day after its date, on the day asked for", async () => {
  const play = await world.published("ros1-rearranged");
  const { slug } = play.page;
  const [{ due } = { due: "" }] = await world.rows<{ due: string }>(
    "SELECT next_review_due::text AS due FROM desk.publication",
  );
  expect(due).toBe("2027-03-02");
  const here = async (day: string) =>
    (await overduePages("--on", day)).filter(({ place }) => place === "here");
  expect(await here(due)).toEqual([]);
  expect(await here("2027-03-03")).toMatchObject([
    { page: slug, daysOverdue: 1 },
  ]);
  expect(await here("2026-03-01")).toEqual([]);
});

test("today's list agrees with how every page stands, while pages fall overdue, are withheld and withdrawn", async () => {
  await world.published("vhl");
  await world.published("mlh1");
  await world.stage.act(
    "maya",
    "withdraw",
    (await pageId("mlh1")) ?? "",
    ...["unsafe", false, "For the test."],
  );
  for (const moment of [
    "2027-03-03",
    "2027-04-20",
    "2028-03-03",
    "2028-06-01",
  ]) {
    await world.database.setClock(`${moment}T09:00:00Z`);
    const standing = await world.rows<{ slug: string; days: number }>(
      `SELECT slug, days_overdue AS days FROM desk.page_standing
        WHERE days_overdue IS NOT NULL ORDER BY next_review_due, slug`,
    );
    const listed = (await overduePages())
      .filter(({ place }) => place === "here")
      .map(({ page, daysOverdue }) => ({ slug: page, days: daysOverdue }));
    expect(listed, moment).toEqual(standing);
    expect(listed.length).toBeGreaterThan(0);
  }
});

async function pageId(beginning: string): Promise<string | undefined> {
  const [row] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.page WHERE starts_with(slug, $1)",
    [beginning],
  );
  return row?.id;
}
