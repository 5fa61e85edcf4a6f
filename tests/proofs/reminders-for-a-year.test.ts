import { afterAll, beforeAll, expect, test } from "vitest";
import { runAlerts } from "~/jobs/run-alerts.server";
import { keepMails } from "../jobs/passes";
import { plusDays } from "../model/calendar";
import { randomFrom } from "../model/random";
import { createWorld, type DemoName, type World } from "../support/world";
import { readFacts, remindersOf, type Reminder } from "./reminder-ledger";

/**
 * In full: 1,000 pages over 400 days; twenty over two weeks otherwise. Some
 * went through the gate; the others are copies of those, due on other days.
 */
const isLong = process.env["LONG"] === "1";
const size = isLong
  ? { ...{ published: 40, pages: 1_000, days: 400 }, spread: 300 }
  : { ...{ published: 5, pages: 20, days: 14 }, spread: 20 };
const { begin, outage, copied } = isLong
  ? { begin: "2026-12-30", outage: 120, copied: 250 }
  : { begin: "2027-02-25", outage: 3, copied: 7 };
const engines = 8;
/** Days without any engine; and days that a restored backup knows nothing of. */
const outageDays = 3;
const lostDays = 4;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.drop());

const random = randomFrom(81);
const owners = ["tom", "amira"] as const;
const kinds = ["ros1", "egfr", "mlh1", "fbn1", "brca2"];
const leads = ["ngozi", "owen", "maya"] as const;

/** Pages of five kinds, published one after another until the play begins, on shelves of three leads. */
async function publishPages(): Promise<string[]> {
  const shelves: string[] = [];
  for (const lead of leads) {
    const collection = [`shelf-${lead}`, `Shelf of ${lead}`];
    shelves.push(
      await world.stage.act<string>(
        ...(["maya", "set_collection", ...collection] as const),
        world.stage.idOf(lead),
      ),
    );
  }
  const first = "2026-03-02";
  for (let n = 0; n < size.published; n += 1) {
    const later = Math.floor((n * size.spread) / size.published);
    await world.database.setClock(`${plusDays(first, later)}T09:00:00Z`);
    await world.published(kinds[n % kinds.length] ?? "ros1", {
      author: random.pick(owners),
      slug: `page-${String(n)}`,
      ...(n % 4 > 0 && { collectionId: shelves[n % 3] ?? "" }),
    });
  }
  await copyPages(size.pages - size.published);
  await tidy();
  const pages = await world.rows<{ id: string }>(
    "SELECT id FROM desk.page ORDER BY slug",
  );
  return pages.map(({ id }) => id);
}

/** What a server does by itself once rows have come and gone; that of the tests does not. */
async function tidy(): Promise<void> {
  await world.database.owner.query("VACUUM (ANALYZE)");
}

/** Lays down copies of what was published, due on other days; what keeps the reminders' days hears of each. */
async function copyPages(count: number): Promise<void> {
  const client = await world.database.owner.connect();
  try {
    await client.query(
      "ALTER TABLE desk.publication ENABLE ALWAYS TRIGGER a_reminder_clock",
    );
    await client.query("SET ROLE NONE");
    await client.query("SET session_replication_role = replica");
    await client.query(
      `CREATE TEMP TABLE copy AS
         WITH source AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS sources FROM desk.publication)
         SELECT n, md5('page ' || n)::uuid AS new_page, md5('publication ' || n)::uuid AS new_id, (n * 37 % $2)::integer AS later, source.*
           FROM generate_series(1, $1::integer) n JOIN source ON place = n % sources`,
      [count, size.spread],
    );
    for (const statement of copies) await client.query(statement);
    await client.query("SET session_replication_role = origin");
    await client.query(
      "ALTER TABLE desk.publication ENABLE TRIGGER a_reminder_clock",
    );
  } finally {
    client.release(true);
  }
}

const copies = [
  `INSERT INTO desk.page (id, slug, kind, language, owner_id, collection_id, created_by)
     SELECT new_page, 'copy-' || n, kind, language, owner_id, collection_id, created_by FROM copy JOIN desk.page p ON p.id = page_id`,
  `INSERT INTO desk.page_author (page_id, person_id)
     SELECT new_page, person_id FROM copy JOIN desk.page_author a ON a.page_id = copy.page_id`,
  `INSERT INTO desk.publication_approval (publication_id, decision_id)
     SELECT new_id, decision_id FROM copy JOIN desk.publication_approval a ON a.publication_id = copy.id`,
  `INSERT INTO desk.publication (id, page_id, version_id, content_sha256, round_id, round_kind, last_reviewed_on, evidence_checked_to,
       next_review_due, grace_days, published_by, published_at, published_on)
     SELECT new_id, new_page, version_id, content_sha256, round_id, round_kind, last_reviewed_on + later, evidence_checked_to + later,
       next_review_due + later, grace_days, published_by, published_at, published_on FROM copy`,
];

const act = (who: DemoName, name: string, ...values: (string | null)[]) =>
  world.stage.act(who, name, ...values);

/** What happens on some days at a desk, through the ordinary acts; a refusal changes nothing. */
async function live(day: string, pages: readonly string[]): Promise<number> {
  const page = random.pick(pages);
  const chances: [number, () => Promise<unknown>][] = [
    [
      0.3,
      () =>
        act(
          ...(["maya", "bring_date_forward", page] as const),
          ...[plusDays(day, random.whole(14, 70)), "A trial reports."],
        ),
    ],
    [
      0.25,
      () =>
        act(
          ...(["maya", "hand_over_page", page] as const),
          world.stage.idOf(random.pick(owners)),
        ),
    ],
    [
      0.1,
      () =>
        act(
          ...(["maya", "record_absence", world.stage.idOf("tom")] as const),
          ...[day, plusDays(day, random.whole(0, 9)), "{}"],
        ),
    ],
    [
      0.1,
      () =>
        act(
          ...(["maya", "set_confidential_until", page] as const),
          plusDays(day, random.whole(2, 20)),
        ),
    ],
    [
      0.08,
      () =>
        act(
          ...(["maya", "set_collection", "shelf-ngozi", "A shelf"] as const),
          world.stage.idOf(random.pick(leads)),
        ),
    ],
    [
      0.04,
      () =>
        act(
          ...(["maya", "deactivate_person"] as const),
          ...[world.stage.idOf(random.pick(["amira", "lina"])), null],
        ),
    ],
    [
      0.06,
      () =>
        act(
          ...(["maya", "reactivate_person"] as const),
          world.stage.idOf(random.pick(["amira", "lina"])),
        ),
    ],
    [
      0.03,
      () =>
        world.database.owner.query(
          "INSERT INTO desk.holiday SELECT $1::date, 'A holiday' ON CONFLICT DO NOTHING",
          [plusDays(day, random.whole(1, 60))],
        ),
    ],
    [
      isLong ? 0.3 : 0.05,
      () =>
        world.stage.act(
          ...(["maya", "withdraw", page, "out_of_date"] as const),
          ...[false, "Its evidence moved on."],
        ),
    ],
  ];
  let done = 0;
  for (const [chance, happens] of chances)
    if (random.happens(chance))
      await happens().then(
        () => (done += 1),
        () => undefined,
      );
  return done;
}

let passes = 0;
/** Eight engines at once, twice; the second time nothing is left to raise. */
async function runEngines(day: string): Promise<void> {
  for (const hour of ["09", "15"]) {
    await world.database.setClock(`${day}T${hour}:00:00Z`);
    const results = await Promise.all(
      Array.from({ length: engines }, () => runAlerts(keepMails)),
    );
    passes += engines;
    expect(results.map(({ error }) => error)).toEqual(results.map(() => null));
  }
}

test(
  "eight engines raise what an independent reading of each day asks for, through an outage and a restored backup",
  { timeout: (isLong ? 8 : 1) * 1_800_000 },
  async () => {
    const pages = await publishPages();
    let ledger = new Map<Reminder, string>();
    let kept = ledger;
    let restore: () => Promise<void> = () => Promise.resolve();
    let happened = 0;
    for (let n = 0; n < size.days; n += 1) {
      const day = plusDays(begin, n);
      if (isLong && n % 10 === 9) await tidy();
      if (n === copied) {
        restore = await world.backUp();
        kept = new Map(ledger);
      }
      if (n === copied + lostDays) {
        await restore();
        ledger = kept;
      }
      await world.database.setClock(`${day}T08:00:00Z`);
      happened += await live(day, pages);
      if (n >= outage && n < outage + outageDays) continue;
      for (const reminder of remindersOf(await readFacts(world.database.owner)))
        if (!ledger.has(reminder)) ledger.set(reminder, day);
      await runEngines(day);
    }
    const rows = await world.rows<{ line: Reminder; day: string; id: string }>(
      `SELECT concat_ws(' ', page_id, due_on, step, recipient_id) AS line, raised_on::text AS day, id
       FROM desk.alert WHERE kind = 'review_due'`,
    );
    const raised = new Map(rows.map(({ line, day }) => [line, day]));
    const missing = [...ledger].filter(
      ([line, day]) => raised.get(line) !== day,
    );
    const extra = rows.filter(({ line }) => !ledger.has(line));
    const [mailed] = await world.rows<{ unmailed: number; twice: number }>(
      `SELECT (SELECT count(*)::integer FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id JOIN desk.page pg ON pg.id = a.page_id
              WHERE a.kind = 'review_due' AND a.mail_id IS NULL AND p.is_active AND pg.confidential_until IS NULL
                AND NOT EXISTS (SELECT FROM desk.absence x WHERE x.person_id = p.id AND x.ended_at IS NULL
                                   AND desk.today() BETWEEN x.from_day AND x.until_day)) AS unmailed,
            (SELECT count(*)::integer FROM (SELECT FROM desk.mail WHERE kind = 'review_due_digest' AND page_id IS NULL
              GROUP BY recipient_id, desk.day_of(queued_at) HAVING count(*) > 1) t) AS twice`,
    );
    console.info(
      `reminders of ${size.pages} pages (${size.published} published, the others copies of them) over ${size.days} days, ${engines} engines at once, each day twice (${passes} passes), ` +
        `${outageDays} days of outage, a backup restored after ${lostDays} days, ${happened} events: ` +
        `${ledger.size} expected, ${raised.size} raised, ${missing.length} missing, ${rows.length - raised.size + extra.length} duplicates or extra; ` +
        `${mailed?.unmailed ?? -1} not mailed, ${mailed?.twice ?? -1} days with two digests for one person`,
    );
    expect(missing).toEqual([]);
    expect(extra).toEqual([]);
    expect(rows).toHaveLength(raised.size);
    expect(mailed).toEqual({ unmailed: 0, twice: 0 });
    expect(ledger.size).toBeGreaterThan(isLong ? 10_000 : 60);
  },
);
