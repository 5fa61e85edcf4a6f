import { isDeepStrictEqual } from "node:util";
import { afterEach, afterAll, expect, test } from "vitest";
import { openSession } from "~/auth/session.server";
import { makeApiToken } from "~/commands/api-tokens.server";
import { makeCalendarAddress } from "~/commands/calendar-addresses.server";
import { valueOf } from "../commands/review-desk";
import { readCalendar } from "../support/read-calendar";
import { demoPeople } from "../../prisma/demo/people";
import { createWorld, type World } from "../support/world";
import { everySurface, Surfaces } from "../data/surfaces";

let world: World;
let surfaces: Surfaces;
afterEach(async () => {
  await surfaces.close();
  await world.drop();
});

type State = "due_soon" | "overdue" | "withheld";

/** Three pages, each with the moments at which what readers get could be wrong. */
const plays: {
  page: string;
  gene: string;
  publishedAt: string;
  due: string;
  instants: [at: string, state: State][];
}[] = [
  {
    // Twelve months, thirty days of grace; its last midnight is in summer time.
    ...{ page: "ros1", gene: "ROS1" },
    ...{ publishedAt: "2026-03-02T09:00:00Z", due: "2027-03-02" },
    instants: [
      ["2027-03-02T23:59:59.999999Z", "due_soon"],
      ["2027-03-03T00:00:00Z", "overdue"],
      // The hour that is left out in London on 28 March.
      ["2027-03-28T00:59:59.999999Z", "overdue"],
      ["2027-03-28T01:00:00Z", "overdue"],
      ["2027-04-01T22:59:59.999999Z", "overdue"],
      ["2027-04-01T23:00:00Z", "withheld"],
    ],
  },
  {
    // Six months and no day of grace; due on the day that has one hour twice.
    ...{ page: "brca2", gene: "BRCA2" },
    ...{ publishedAt: "2026-04-25T09:00:00Z", due: "2026-10-25" },
    instants: [
      ["2026-10-25T00:59:59.999999Z", "due_soon"],
      ["2026-10-25T23:59:59.999999Z", "due_soon"],
      ["2026-10-26T00:00:00Z", "withheld"],
    ],
  },
  {
    // Reviewed on 29 February: due on the 28th of a year that has none.
    ...{ page: "ros1", gene: "ROS1" },
    ...{ publishedAt: "2028-02-29T09:00:00Z", due: "2029-02-28" },
    instants: [
      ["2029-02-28T23:59:59.999999Z", "due_soon"],
      ["2029-03-01T00:00:00Z", "overdue"],
      ["2029-03-30T23:00:00Z", "withheld"],
    ],
  },
];

let read = 0;
let stale = 0;
let instants = 0;

test.each(plays)(
  "with every job stopped no surface is stale: $page, published $publishedAt",
  async ({ page, gene, publishedAt, due, instants: moments }) => {
    world = await createWorld({ at: publishedAt });
    const { slug } = (await world.published(page)).page;
    const request = new Request("http://localhost:3000/");
    const cookie = await openSession(request, world.stage.idOf("maya"));
    // Somebody who is at the desk for years.
    const stay = () =>
      world.rows(
        "UPDATE desk.session SET expires_at = '2100-01-01', absolute_expires_at = '2100-01-01'",
      );
    await stay();
    const editor = world.stage.sessions.get("maya") ?? "";
    const token = valueOf(await makeCalendarAddress(editor, "desk"));
    const program = valueOf(
      await makeApiToken(demoPeople.maya.email, "read"),
    ).token;
    // A token works for a year, and this play goes on for longer.
    await world.rows("UPDATE desk.api_token SET expires_at = '2100-01-01'");
    surfaces = await Surfaces.open(cookie.split(";")[0] ?? "", program);
    // Each is looked at once before, so that there is a copy to keep.
    await everySurface(surfaces, { slug, gene, token, dueOn: due });
    for (const [at, state] of moments) {
      await world.database.stopClock(at);
      await stay();
      const seen = await everySurface(surfaces, {
        slug,
        gene,
        token,
        dueOn: due,
      });
      const isShown = state !== "withheld";
      const isLate = state !== "due_soon";
      const { calendar, feed, paper, ...days } = seen.due;
      const found = {
        ...seen,
        due: {
          ...days,
          calendar: readCalendar(calendar).map(({ on }) => on),
          feed: /next review due (\d+ \w+ \d+)/.exec(feed)?.[1],
          paper: /Next review due (\d+ \w+ \d+)$/.exec(paper)?.[1],
        },
      };
      const expected = {
        state: {
          ...{ page: state, dates: state, api: state, deskList: state },
          ...{ program: state, copy: isShown ? state : undefined },
          held: isLate ? state : undefined,
          ...{ deskPage: state, version: state, paper: onPaper[state] },
          filters: {
            due_soon: state === "due_soon",
            overdue: state === "overdue",
            withheld: state === "withheld",
          },
        },
        hasText: {
          ...{ page: isShown, version: isShown, structured: isShown },
          program: isShown,
        },
        isListed: {
          ...{ home: isShown, gene: isShown, search: isShown },
          ...{ sitemap: isShown, copy: isShown },
        },
        isOverdue: {
          ...{ dates: isLate, api: isLate, needs: isLate },
          ...{ program: isLate, held: isLate },
          commandLine: isLate,
          ...{ home: isLate, deskDates: isLate, deskCalendar: isLate },
        },
        isDueSoon: { home: !isLate, deskDates: !isLate },
        due: {
          ...{ dates: due, api: due, deskDates: due, deskCalendar: due },
          program: due,
          calendar: [due],
          ...{ feed: inWords(due), paper: inWords(due) },
        },
        keeps: [
          ...Array.from({ length: 3 }, () => asked),
          ...["private, no-store", asked],
          ...[asked, asked, asked, "private, no-store"],
        ],
      };
      instants += 1;
      if (!isDeepStrictEqual(found, expected)) stale += 1;
      expect(found, at).toEqual(expected);
    }
    read += surfaces.asked;
  },
);

const onPaper = {
  due_soon: null,
  overdue: "Overdue for review",
  withheld: "Text not shown",
} satisfies Record<State, string | null>;

const asked = "public, max-age=0, must-revalidate";

function inWords(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const names = { "02": "February", "03": "March", "10": "October" };
  return `${String(Number(date))} ${Object.entries(names).find(([n]) => n === month)?.[1] ?? ""} ${year}`;
}

afterAll(() => {
  console.info(
    `surfaces: ${instants} instants round midnight, clock change, 29 February and the end of grace, all jobs stopped: ${read} answers read, ${stale} instants with one that is stale`,
  );
  expect(instants).toBe(12);
});
