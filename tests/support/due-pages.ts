import type pg from "pg";

/**
 * Lays down live pages as copies of the one that is published, numbered from
 * one bound up to the other: each with its publication, its approvals and the
 * day of its next reminder, by SQL as the superuser and past every trigger. So
 * many of the first are due today; the others in a month or later.
 */
export async function layDownPages(
  owner: pg.Pool,
  { from, to, due }: { from: number; to: number; due: number },
): Promise<void> {
  // One connection each: nothing that one lays down is asked for by another.
  await Promise.all(
    statements.map(({ table, rows, isDated }) =>
      pastTriggers(owner, async (client) => {
        await client.query(rows, isDated ? [from, to, due] : [from, to]);
        await client.query(`VACUUM ANALYZE desk.${table}`);
      }),
    ),
  );
}

/** As the superuser, with no trigger, no foreign key and nothing to be made safe on disk. */
async function pastTriggers(
  owner: pg.Pool,
  act: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("SET ROLE NONE");
    await client.query("SET session_replication_role = replica");
    await client.query("SET work_mem = '256MB'");
    await act(client);
  } finally {
    client.release(true);
  }
}

/** What is published through the gate, not laid down. */
const source = `(SELECT p.*, pg.slug, pg.kind, pg.language, pg.owner_id, pg.created_by FROM desk.publication p JOIN desk.page pg ON pg.id = p.page_id
                  WHERE pg.slug NOT LIKE 'copy-%' LIMIT 1) s CROSS JOIN generate_series($1::integer + 1, $2) n`;

/** `isDated`: it is told too how many are due. */
type Statement = { table: string; rows: string; isDated?: true };

const statements: readonly Statement[] = [
  {
    table: "page",
    rows: `INSERT INTO desk.page (id, slug, kind, language, owner_id, created_by, created_at)
     SELECT md5('page ' || n)::uuid, 'copy-' || n, kind, language, owner_id, created_by, published_at FROM ${source}`,
  },
  {
    table: "publication",
    rows: `INSERT INTO desk.publication (id, page_id, version_id, content_sha256, round_id, round_kind, last_reviewed_on, evidence_checked_to,
       next_review_due, grace_days, published_by, published_at, published_on)
     SELECT md5('publication ' || n)::uuid, md5('page ' || n)::uuid, version_id, content_sha256, round_id, round_kind, last_reviewed_on,
            evidence_checked_to, next_review_due, grace_days, published_by, published_at, published_on FROM ${source}`,
  },
  {
    table: "publication_approval",
    rows: `INSERT INTO desk.publication_approval (publication_id, decision_id)
     SELECT md5('publication ' || n)::uuid, decision_id FROM ${source} JOIN desk.publication_approval a ON a.publication_id = s.id`,
  },
  {
    table: "reminder_clock",
    isDated: true,
    rows: `INSERT INTO desk.reminder_clock (publication_id, due_on, first_on, next_on)
     SELECT md5('publication ' || n)::uuid, d.day + 14, d.day - 30, d.day FROM generate_series($1::integer + 1, $2) n
      CROSS JOIN LATERAL (SELECT desk.today() + CASE WHEN n <= $3 THEN 0 ELSE 30 + n % 600 END AS day OFFSET 0) d`,
  },
];

/**
 * Gives so many of those pages earlier rounds: publications that have ended,
 * each with decisions of its own and the approvals that it rested on.
 */
export async function layDownHistory(
  owner: pg.Pool,
  { pages, rounds }: { pages: number; rounds: number },
): Promise<void> {
  const past = `${source.replace("$1::integer + 1, $2", "1, $1")} CROSS JOIN generate_series(1, $2::integer) k`;
  const approved = `${past} JOIN desk.publication_approval a ON a.publication_id = s.id JOIN desk.decision d ON d.id = a.decision_id`;
  await pastTriggers(owner, async (client) => {
    for (const rows of [
      `INSERT INTO desk.publication (id, page_id, version_id, content_sha256, round_id, round_kind, last_reviewed_on, evidence_checked_to,
         next_review_due, grace_days, published_by, published_at, published_on, ended_at, ended_because)
       SELECT md5(concat('past ', n, ' ', k))::uuid, md5('page ' || n)::uuid, version_id, content_sha256, round_id, round_kind, last_reviewed_on,
              evidence_checked_to, next_review_due, grace_days, published_by, published_at, published_on, published_at, 'replaced' FROM ${past}`,
      `INSERT INTO desk.decision (id, page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, evidence_checked_to,
         next_review_due, method, signed_name, signed_credentials, signed_at)
       SELECT md5(concat(d.id, n, ' ', k))::uuid, md5('page ' || n)::uuid, d.version_id, d.content_sha256, d.assignment_id, d.person_id, d.expertise, d.verdict,
              d.meaning, d.evidence_checked_to, d.next_review_due, d.method, d.signed_name, d.signed_credentials, d.signed_at FROM ${approved}`,
      `INSERT INTO desk.publication_approval (publication_id, decision_id)
       SELECT md5(concat('past ', n, ' ', k))::uuid, md5(concat(d.id, n, ' ', k))::uuid FROM ${approved}`,
    ])
      await client.query(rows, [pages, rounds]);
    await client.query(
      "VACUUM ANALYZE desk.publication, desk.decision, desk.publication_approval",
    );
  });
}

/**
 * Which of these tables are read whole, and not by an index, when the desk asks
 * what is due: often enough for a plan that is kept.
 */
export async function readWhole(
  owner: pg.Pool,
  tables: readonly string[],
): Promise<string[]> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    for (let run = 0; run < 7; run += 1)
      await client.query("SELECT count(*) FROM desk.due_reminders()");
    const { rows } = await client.query<{ table: string }>(
      "SELECT relname AS table FROM pg_stat_xact_user_tables WHERE schemaname = 'desk' AND relname = ANY ($1) AND seq_scan > 0 ORDER BY relname",
      [tables],
    );
    return rows.map(({ table }) => table);
  } finally {
    client.release(true);
  }
}

export type DueCost = {
  reminders: number;
  buffers: number;
  milliseconds: number;
};

/** What asking for the reminders of today costs: rows that come, pages of the database that are touched, and the median time of five. */
export async function costOfDue(owner: pg.Pool): Promise<DueCost> {
  const client = await owner.connect();
  try {
    await client.query("SET plan_cache_mode = auto");
    const costs: DueCost[] = [];
    for (let run = 0; run < 6; run += 1) {
      const { rows } = await client.query<{ "QUERY PLAN": [Explained] }>(
        "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM desk.due_reminders()",
      );
      const [found] = rows[0]?.["QUERY PLAN"] ?? [];
      if (!found) throw new Error("nothing was explained");
      const { Plan: plan, "Execution Time": milliseconds } = found;
      costs.push({
        reminders: plan["Actual Rows"],
        buffers: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        milliseconds,
      });
    }
    // The first plans anew and reads the catalogue.
    const [median] = costs
      .slice(1)
      .sort((one, other) => one.milliseconds - other.milliseconds)
      .slice(2);
    if (!median) throw new Error("nothing was measured");
    return median;
  } finally {
    client.release(true);
  }
}

type Explained = {
  Plan: {
    "Actual Rows": number;
    "Shared Hit Blocks": number;
    "Shared Read Blocks": number;
  };
  "Execution Time": number;
};

/** How the clock of reminders is asked what is due: the node of the plan that reads it. */
export async function planOfDue(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ "QUERY PLAN": string }>(
    "EXPLAIN SELECT publication_id FROM desk.reminder_clock WHERE next_on <= DATE '2026-06-01'",
  );
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
