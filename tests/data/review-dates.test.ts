import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countDatedPages, listDatedPages } from "~/data/dated-pages.server";
import { listMonthsKept } from "~/data/dates-kept.server";
import { listMonthEntries } from "~/data/month-entries.server";
import { getForecast } from "~/data/review-load.server";
import { countUnheldPagesFor } from "~/data/unheld-pages.server";
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  isWorkingDay,
  weekdayOf,
  workingDayOnOrBefore,
} from "~/domain/days";
import type { DueWithin } from "~/domain/due-within";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { makeManyPages } from "../support/many-pages";

let db: TestDatabase;
let desk: Awaited<ReturnType<typeof readDesk>>;

beforeAll(async () => {
  db = await createTestDatabase();
  await db.setClock("2027-02-17T12:00:00Z");
  await makeManyPages(db.owner, 400, { wordsOfBlock: 20 });
  for (const statement of unevenness) await db.owner.query(statement);
  desk = await readDesk();
}, 300_000);
afterAll(() => db.drop());

/** What a made desk lacks: dates brought forward, secrets, absences, people who left. */
const unevenness = [
  `INSERT INTO desk.due_brought_forward (publication_id, due_on, brought_by, reason, brought_at)
   SELECT p.id, p.next_review_due - 25, p.published_by, 'Sooner', desk.clock() - make_interval(days => (hashtext(p.id::text) & 127))
     FROM desk.publication p JOIN desk.page g ON g.id = p.page_id WHERE g.slug LIKE '%1' AND p.ended_at IS NULL`,
  `INSERT INTO desk.due_brought_forward (publication_id, due_on, brought_by, reason, brought_at)
   SELECT p.id, desk.today() - 10, p.published_by, 'Sooner', desk.clock() - interval '40 days'
     FROM desk.publication p JOIN desk.page g ON g.id = p.page_id WHERE g.slug ~ '[024][245]$' AND p.ended_at IS NULL AND p.next_review_due > desk.today()`,
  `UPDATE desk.page SET confidential_until = desk.today() + 40 WHERE slug LIKE '%77'`,
  `INSERT INTO desk.confidential_reader (page_id, person_id, named_by)
   SELECT id, md5('editor 2')::uuid, md5('editor 2')::uuid FROM desk.page WHERE slug LIKE '%77'`,
  `UPDATE desk.person SET review_capacity = 1 + (hashtext(name) & 3)`,
  `UPDATE desk.person SET is_active = false WHERE name IN ('Reviewer 5', 'Author 9')`,
  `INSERT INTO desk.absence (person_id, from_day, until_day, recorded_by)
   SELECT id, desk.today() - 3, desk.today() + 30, id FROM desk.person WHERE name = 'Author 8'`,
  `INSERT INTO desk.collection (slug, name, lead_id)
   SELECT replace(n, ' ', '-'), 'Led by ' || n, md5(n)::uuid FROM unnest(ARRAY['editor 1', 'author 9']) n`,
  `UPDATE desk.page SET collection_id = (SELECT id FROM desk.collection WHERE slug = 'editor-1') WHERE slug LIKE '%2' OR slug LIKE '%5'`,
  `UPDATE desk.page SET collection_id = (SELECT id FROM desk.collection WHERE slug = 'author-9') WHERE slug LIKE '%4'`,
  `INSERT INTO desk.absence (person_id, from_day, until_day, recorded_by)
   SELECT md5('reviewer ' || n)::uuid, desk.today() + n, desk.today() + n * 3, md5('editor 1')::uuid FROM generate_series(3, 30, 4) n`,
  `INSERT INTO desk.holiday (day, name) SELECT d::date, 'Closed' FROM generate_series(desk.today() - 30, desk.today() + 400, interval '11 days') d
   ON CONFLICT DO NOTHING`,
  `INSERT INTO desk.page_author (page_id, person_id)
   SELECT DISTINCT d.page_id, d.person_id FROM desk.decision d JOIN desk.page g ON g.id = d.page_id WHERE g.slug LIKE '%3' ON CONFLICT DO NOTHING`,
];

/** The facts as they are stored, without any view or function of the desk's dates. */
async function readDesk() {
  const all = async <Row>(table: string, columns: string) =>
    (await db.owner.query(`SELECT ${columns} FROM desk.${table}`))
      .rows as Row[];
  const [{ today = "", zone = "" } = {}] = (
    await db.owner.query<{ today: Day; zone: string }>(
      "SELECT desk.today()::text AS today, time_zone AS zone FROM desk.desk_setting",
    )
  ).rows;
  const dayOf = (column: string) =>
    `(${column} AT TIME ZONE '${zone}')::date::text`;
  type Of<Names extends string> = Record<Names, string>;
  return {
    today,
    pages: await all<
      Of<"id" | "kind"> &
        Record<"owner" | "shelf" | "secret" | "archived", string | null>
    >(
      "page",
      `id, kind, owner_id AS owner, collection_id AS shelf, confidential_until::text AS secret, archived_at::text AS archived`,
    ),
    shelves: await all<Of<"id"> & { lead: string | null }>(
      "collection",
      "id, lead_id AS lead",
    ),
    authors: await all<Of<"page" | "person">>(
      "page_author",
      "page_id AS page, person_id AS person",
    ),
    readers: await all<Of<"page" | "person">>(
      "confidential_reader",
      "page_id AS page, person_id AS person",
    ),
    publications: await all<
      Of<"id" | "page" | "round" | "kind" | "due" | "on" | "at" | "sha"> &
        Record<"ended" | "replaces", string | null>
    >(
      "publication",
      `id, page_id AS page, round_id AS round, round_kind AS kind, next_review_due::text AS due, published_on::text AS "on",
       published_at::text AS at, content_sha256 AS sha, replaces_id AS replaces, ${dayOf("ended_at")} AS ended`,
    ),
    forward: await all<Of<"publication" | "due" | "on">>(
      "due_brought_forward",
      `publication_id AS publication, due_on::text AS due, ${dayOf("brought_at")} AS "on"`,
    ),
    rounds: await all<Of<"id" | "page" | "kind"> & { closed: string | null }>(
      "review_round",
      "id, page_id AS page, kind, closed_at::text AS closed",
    ),
    needs: await all<Of<"round" | "expertise"> & { count: number }>(
      "round_need",
      "round_id AS round, expertise, count",
    ),
    assignments: await all<
      Of<"round" | "expertise" | "person" | "state" | "by">
    >(
      "assignment",
      "round_id AS round, expertise, reviewer_id AS person, state, review_by::text AS by",
    ),
    approvals: await all<Of<"publication" | "decision">>(
      "publication_approval",
      "publication_id AS publication, decision_id AS decision",
    ),
    decisions: await all<Of<"id" | "person" | "expertise"> & { seq: number }>(
      "decision",
      "id, person_id AS person, expertise, seq::integer AS seq",
    ),
    rules: await all<Of<"id" | "kind"> & { number: number; months: number }>(
      "review_rules",
      "id, page_kind AS kind, number, interval_months AS months",
    ),
    ruleNeeds: await all<Of<"rules" | "expertise"> & { count: number }>(
      "review_rules_need",
      "rules_id AS rules, expertise, count",
    ),
    people: await all<Of<"id"> & { active: boolean; takes: number }>(
      "person",
      "id, is_active AS active, review_capacity AS takes",
    ),
    roles: await all<Of<"person" | "role">>(
      "person_role",
      "person_id AS person, role",
    ),
    expertise: await all<Of<"person" | "expertise">>(
      "person_expertise",
      "person_id AS person, expertise",
    ),
    absences: await all<Of<"person" | "from" | "until">>(
      "absence",
      `person_id AS person, from_day::text AS "from", until_day::text AS until`,
    ),
    holidays: (await all<Of<"day">>("holiday", "day::text AS day")).map(
      ({ day }) => day,
    ),
  };
}

const editor1 = idOf("editor 1");
const editor2 = idOf("editor 2");

function knows(viewer: string | null, pageId: string): boolean {
  const page = desk.pages.find(({ id }) => id === pageId);
  if (viewer === null || !page?.secret || page.secret <= desk.today)
    return true;
  const isOf = (list: { page: string; person: string }[]) =>
    list.some((each) => each.page === pageId && each.person === viewer);
  return page.owner === viewer || isOf(desk.authors) || isOf(desk.readers);
}

/** Live publications on a day, with the day they fell due on as it was known then. */
function standingOn(day: Day) {
  return desk.publications
    .filter(({ on, ended }) => on <= day && (!ended || ended > day))
    .map((publication) => ({
      ...publication,
      due: [
        publication.due,
        ...desk.forward
          .filter((f) => f.publication === publication.id && f.on <= day)
          .map((f) => f.due),
      ].sort()[0] as Day,
    }));
}

function holds(person: string, expertise: string): boolean {
  return (
    desk.people.some(({ id, active }) => id === person && active) &&
    desk.roles.some((r) => r.person === person && r.role === "reviewer") &&
    desk.expertise.some((e) => e.person === person && e.expertise === expertise)
  );
}

/** Every review to come up to a day, worked out from the facts by themselves. */
function loadByHand(viewer: string | null, until: Day): string[] {
  const rows: string[] = [];
  const add = (...row: (string | null)[]) =>
    rows.push(row.map((each) => each ?? "nobody").join(" "));
  const open = desk.rounds.filter(({ closed, page }) => {
    const known = desk.pages.find(({ id }) => id === page);
    return !closed && known && !known.archived && knows(viewer, page);
  });
  const held = (round: string, ...states: string[]) =>
    desk.assignments.filter(
      (each) => each.round === round && states.includes(each.state),
    );
  for (const { id, page } of open)
    for (const each of held(id, "invited", "accepted"))
      if (each.by <= until)
        add("asked", page, each.by, each.expertise, each.person);
  for (const { page, due } of standingOn(desk.today)) {
    const kind = desk.pages.find(({ id }) => id === page)?.kind;
    const [rules] = desk.rules
      .filter((each) => each.kind === kind)
      .sort((one, other) => other.number - one.number);
    if (!knows(viewer, page) || due > until || !rules) continue;
    const [full] = desk.publications
      .filter((each) => each.page === page && each.kind === "full_review")
      .sort((one, other) => (one.at < other.at ? 1 : -1));
    const round = open.find(
      (each) => each.page === page && each.kind === "full_review",
    );
    if (round)
      for (const need of desk.needs.filter((n) => n.round === round.id)) {
        const taken = held(round.id, "invited", "accepted", "done").filter(
          ({ expertise }) => expertise === need.expertise,
        ).length;
        for (let seat = taken; seat < need.count; seat += 1)
          add("due", page, due, need.expertise, null);
      }
    for (const need of desk.ruleNeeds.filter((n) => n.rules === rules.id)) {
      const signed = desk.approvals
        .filter(({ publication }) => publication === full?.id)
        .flatMap(
          ({ decision }) =>
            desk.decisions.find(({ id }) => id === decision) ?? [],
        )
        .filter(
          ({ person, expertise }) =>
            expertise === need.expertise &&
            holds(person, expertise) &&
            !desk.authors.some((a) => a.page === page && a.person === person),
        )
        .sort((one, other) => one.seq - other.seq);
      for (let seat = 0; seat < need.count; seat += 1) {
        const person = signed[seat]?.person ?? null;
        if (!round) add("due", page, due, need.expertise, person);
        const from = due < desk.today ? desk.today : due;
        for (
          let turn = 1;
          addMonths(from, turn * rules.months) <= until;
          turn += 1
        )
          add(
            "again",
            page,
            addMonths(from, turn * rules.months),
            need.expertise,
            person,
          );
      }
    }
  }
  return rows.sort();
}

async function loadOfDesk(viewer: string | null, until: Day) {
  const { rows } = await db.app.query<{ row: string }>(
    `SELECT concat_ws(' ', what, page_id, on_day, expertise, coalesce(person_id::text, 'nobody')) AS row FROM desk.review_load($1, $2)`,
    [viewer, until],
  );
  return rows.map(({ row }) => row).sort();
}

test("the reviews of 24 months are those that the facts give, seat by seat, for the desk and for each editor", async () => {
  const until = addMonths(desk.today, 24);
  const whole = await loadOfDesk(null, until);
  expect(whole).toEqual(loadByHand(null, until));
  expect(await loadOfDesk(editor2, until)).toEqual(whole);
  const kept = await loadOfDesk(editor1, until);
  expect(kept).toEqual(loadByHand(editor1, until));
  expect(kept.length).toBeLessThan(whole.length);
  for (const what of ["asked", "due", "again"])
    expect(whole.filter((row) => row.startsWith(what)).length).toBeGreaterThan(
      10,
    );
  expect(whole.some((row) => row.endsWith("nobody"))).toBe(true);
});

test("the forecast counts each of them once, in its week and for its reviewer", async () => {
  const until = addMonths(desk.today, 24);
  const rows = loadByHand(editor1, until).map((row) => row.split(" "));
  const { weeks, reviewers, unnamed, late } = await getForecast(editor1, null);
  const monday = (day: Day) => addDays(day, 1 - weekdayOf(day));
  const toCome = rows.filter(([, , on = ""]) => on >= desk.today);
  for (const { week, asked, due, again } of weeks) {
    const count = (what: string) =>
      toCome.filter(([kind, , on = ""]) => kind === what && monday(on) === week)
        .length;
    expect([week, asked, due, again]).toEqual([
      week,
      count("asked"),
      count("due"),
      count("again"),
    ]);
  }
  expect(weeks[0]?.week).toBe(monday(desk.today));
  expect(late).toBe(rows.length - toCome.length);
  const named = toCome.filter(([, , , , person]) => person !== "nobody");
  expect(reviewers.reduce((all, { total }) => all + total, 0)).toBe(
    named.length,
  );
  for (const { personId, total, quarters, busiest, busiestWeek } of reviewers) {
    const own = named.filter(([, , , , person]) => person === personId);
    expect(total).toBe(own.length);
    expect(quarters.reduce((all, each) => all + each, 0)).toBe(total);
    const inWeek = (week: Day) =>
      own.filter(([, , on = ""]) => monday(on) === week).length;
    expect(busiest).toBe(Math.max(0, ...weeks.map(({ week }) => inWeek(week))));
    if (busiestWeek) expect(inWeek(busiestWeek)).toBe(busiest);
  }
  expect(unnamed.reduce((all, { total }) => all + total, 0)).toBe(
    rows.filter(([, , , , person]) => person === "nobody").length,
  );
  const [one] = reviewers;
  const mine = await getForecast(editor1, one?.personId ?? "");
  expect(
    mine.weeks.reduce(
      (all, each) => all + each.asked + each.due + each.again,
      0,
    ),
  ).toBe(one?.total);
});

test("what a week bears is what people take, less for holidays and days away", async () => {
  const until = addDays(desk.today, 200);
  const { rows } = await db.app.query<{
    week: Day;
    person: string;
    reviews: number;
  }>(
    `SELECT week_start::text AS week, person_id AS person, reviews FROM desk.weekly_capacity($1, $2)`,
    [desk.today, until],
  );
  expect(rows.length).toBeGreaterThan(1_000);
  let lessened = 0;
  for (const { week, person, reviews } of rows) {
    const days = [0, 1, 2, 3, 4].map((day) => addDays(week, day));
    const here = days.filter(
      (day) =>
        isWorkingDay(day, desk.holidays) &&
        !desk.absences.some(
          (away) =>
            away.person === person && away.from <= day && away.until >= day,
        ),
    ).length;
    const takes = desk.people.find(({ id }) => id === person)?.takes ?? 0;
    expect(reviews).toBe(Math.round((takes * here) / 5));
    if (here < 5) lessened += 1;
  }
  expect(lessened).toBeGreaterThan(100);
});

const viewer = { personId: editor1, seesAll: true };

test("overdue now and due in 30, 60 and 90 days are counted and listed by the date alone", async () => {
  const dated = standingOn(desk.today)
    .filter(({ page }) => knows(editor1, page))
    .map(({ page, due }) => ({ page, days: daysBetween(desk.today, due) }));
  const expected = {
    overdue: dated.filter(({ days }) => days < 0),
    "30": dated.filter(({ days }) => days >= 0 && days <= 30),
    "60": dated.filter(({ days }) => days >= 0 && days <= 60),
    "90": dated.filter(({ days }) => days >= 0 && days <= 90),
  } satisfies Record<DueWithin, unknown>;
  const counts = await countDatedPages(viewer);
  for (const within of ["overdue", "30", "60", "90"] as const) {
    const pages = await listDatedPages(viewer, within, 500);
    expect(counts[within]).toBe(expected[within].length);
    expect(pages.map(({ id }) => id).sort()).toEqual(
      expected[within].map(({ page }) => page).sort(),
    );
    const dues = pages.map(({ nextReviewDue }) => nextReviewDue);
    expect(dues).toEqual([...dues].sort());
    expect(counts[within]).toBeGreaterThan(0);
  }
  const named = { personId: editor2, seesAll: true };
  expect((await countDatedPages(named))["90"]).toBeGreaterThanOrEqual(
    counts["90"],
  );
});

const isOwnedBy = (pageId: string, person: string) =>
  desk.pages.some(({ id, owner }) => id === pageId && owner === person);
const isHere = (person: string | null | undefined) =>
  desk.people.some(({ id, active }) => id === person && active);

/** Whom a step really reaches on a day, of those that the schedule names. */
function reached(pageId: string, day: Day, to: string[]): string[] {
  const page = desk.pages.find(({ id }) => id === pageId);
  const isAway = desk.absences.some(
    ({ person, from, until }) =>
      person === page?.owner && from <= day && until >= day,
  );
  const lead = desk.shelves.find(({ id }) => id === page?.shelf)?.lead;
  return to.flatMap((each) => {
    if (each === "owner")
      return isHere(page?.owner) && !isAway ? [each] : ["editors"];
    if (each === "collection_lead") return isHere(lead) ? [each] : [];
    if (each === "clinical_lead")
      return desk.roles.some((r) => r.role === each && isHere(r.person))
        ? [each]
        : [];
    return [each];
  });
}

test("the next reminder is the first step of the schedule after today that reaches somebody, and says whom", async () => {
  // The schedule of every kind: product.md, section 7.
  const steps: [number, number | null, string[]][] = [
    [-60, null, ["owner", "last_reviewers"]],
    [-14, null, ["owner", "last_reviewers"]],
    [0, null, ["owner", "last_reviewers"]],
    [1, 7, ["editors"]],
    [14, null, ["collection_lead"]],
    [30, null, ["clinical_lead"]],
  ];
  const pages = [
    ...(await listDatedPages(viewer, "overdue", 500)),
    ...(await listDatedPages(viewer, "90", 500)),
  ];
  const seen = new Set<string>();
  for (const page of pages) {
    const { id, nextReviewDue: due, remindedOn, reminded } = page;
    const coming = steps.flatMap(([after, every, to]) => {
      const first =
        after <= 0
          ? workingDayOnOrBefore(addDays(due, after), desk.holidays)
          : addDays(due, after);
      let day = first;
      while (every !== null && day <= desk.today) day = addDays(day, every);
      const told = reached(id, day, to);
      return day > desk.today && told.length > 0 ? [{ day, to: told }] : [];
    });
    const next = coming.map(({ day }) => day).sort()[0] ?? null;
    expect(remindedOn).toBe(next);
    expect([...reminded].sort()).toEqual(
      [
        ...new Set(
          coming.filter(({ day }) => day === next).flatMap(({ to }) => to),
        ),
      ].sort(),
    );
    expect(page.ownerAwayUntil).toBe(
      desk.absences
        .filter(({ person }) => isOwnedBy(id, person))
        .filter(({ from, until }) => from <= desk.today && until >= desk.today)
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null,
    );
    seen.add(`${[...reminded].sort().join()} ${String(!page.ownerAwayUntil)}`);
  }
  // Every way of it stands somewhere on this desk.
  expect([...seen].sort()).toEqual([
    "collection_lead true",
    "editors false",
    "editors true",
    "editors,last_reviewers false",
    "editors,last_reviewers true",
    "last_reviewers,owner true",
  ]);
});

test("the months show what was true on their last day, whatever happened since", async () => {
  const months = await listMonthsKept(editor1, 24);
  expect(months).toHaveLength(24);
  for (const each of months) {
    const last = addDays(addMonths(each.month, 1), -1);
    expect(each.onDay).toBe(last < desk.today ? last : desk.today);
    const live = standingOn(each.onDay).filter(({ page }) =>
      knows(editor1, page),
    );
    const late = live
      .map(({ due }) => daysBetween(due, each.onDay))
      .filter((days) => days > 0)
      .sort((one, other) => one - other);
    const middle = Math.floor(late.length / 2);
    const median =
      late.length === 0
        ? null
        : late.length % 2 === 1
          ? (late[middle] ?? null)
          : ((late[middle - 1] ?? 0) + (late[middle] ?? 0)) / 2;
    const reviews = desk.publications.filter(
      ({ kind, on, page }) =>
        kind === "full_review" &&
        on.slice(0, 7) === each.month.slice(0, 7) &&
        knows(editor1, page),
    );
    expect(each).toEqual({
      ...each,
      live: live.length,
      inDate: live.length - late.length,
      medianDaysOverdue: median,
      fullReviews: reviews.length,
      unchanged: reviews.filter(
        ({ replaces, sha }) =>
          desk.publications.find(({ id }) => id === replaces)?.sha === sha,
      ).length,
    });
  }
  expect(months.some(({ live }) => live > 100)).toBe(true);
  expect(months.some(({ medianDaysOverdue }) => medianDaysOverdue)).toBe(true);
});

test("a month of the calendar holds each next review, each reviewer's day and what goes out", async () => {
  const until = addDays(desk.today, 30);
  const { entries, total } = await listMonthEntries(
    viewer,
    desk.today,
    until,
    1_000,
  );
  expect(entries).toHaveLength(total);
  const due = standingOn(desk.today).filter(
    ({ page, due: day }) =>
      knows(editor1, page) && day >= desk.today && day <= until,
  );
  const of = (what: string) => entries.filter((each) => each.what === what);
  expect(of("page_due")).toHaveLength(due.length);
  expect(of("review_by").length).toBe(
    loadByHand(editor1, until).filter(
      (row) =>
        row.startsWith("asked") && (row.split(" ")[2] ?? "") >= desk.today,
    ).length,
  );
  const few = await listMonthEntries(viewer, desk.today, until, 3);
  expect([few.entries.length, few.total]).toEqual([3, total]);
});

test("a page that nothing gives a review date is counted with those that nobody holds", async () => {
  const before = await countUnheldPagesFor(editor1);
  expect(before).toMatchObject({ schedule: 0 });
  expect(before.owner).toBeGreaterThan(0);
  await db.owner.query("ALTER TABLE desk.page_elsewhere DISABLE TRIGGER USER");
  await db.owner.query(
    "UPDATE desk.page_elsewhere SET stated_next_due = NULL WHERE address LIKE '%1'",
  );
  await db.owner.query("ALTER TABLE desk.page_elsewhere ENABLE TRIGGER USER");
  const { rows } = await db.owner.query<{ count: number }>(
    "SELECT count(*)::integer FROM desk.page_elsewhere WHERE stated_next_due IS NULL",
  );
  const after = await countUnheldPagesFor(editor1);
  expect(after.schedule).toBe(rows[0]?.count);
  expect(after.schedule).toBeGreaterThan(0);
});

function idOf(name: string): string {
  return createHash("md5")
    .update(name)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
