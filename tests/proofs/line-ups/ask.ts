import { createHash } from "node:crypto";
import pg from "pg";
import type { Person, Version } from "../../model/facts";
import type { TestDatabase } from "../../support/database";
import { yesToAll } from "../../support/short-form";
import type { Answer } from "./answers";

/** What the database says of somebody, in the same shape as the table. */
export type Found = Omit<Answer, "as" | "isForced"> & {
  signs: boolean;
  refusal: string | null;
};

/**
 * Asks the database about one person and takes all of it back, so that no
 * answer changes the next: whether they may be asked, whether they may sign,
 * a signature through a session and a grant, and what the gate makes of it.
 * Whoever may not be asked is put into the round by the owner all the same.
 */
export async function askAbout(
  db: TestDatabase,
  version: Version,
  person: Person,
  { as, isForced }: Answer,
): Promise<Found> {
  const client = await db.owner.connect();
  try {
    await client.query("BEGIN");
    const asked = await codesOf(
      client,
      "SELECT code FROM desk.assign_blockers($1, $2, $3)",
      [version.round.id, as, person.id],
    );
    const stood = await isCounted(client, version, person);
    const assignment = await assignmentOf(client, version, person, as);
    const signing = await codesOf(
      client,
      "SELECT code FROM desk.sign_blockers($1, $2)",
      [assignment, version.sha],
    );
    const refusal = await sign(client, version, person, assignment);
    if (refusal !== null && isForced)
      await force(client, version, person, assignment, as);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    const missed = await client.query(
      "SELECT FROM desk.publish_blockers($1) WHERE code = 'approvals_missing' AND detail ->> 'expertise' = $2",
      [version.id, as],
    );
    return {
      ...{ asked, signing, refusal, signs: refusal === null },
      counts: await isCounted(client, version, person),
      misses: missed.rows.length > 0,
      stood,
    };
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

async function codesOf(
  client: pg.PoolClient,
  query: string,
  values: unknown[],
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(query, values);
  return rows.map(({ code }) => code).sort();
}

async function isCounted(
  client: pg.PoolClient,
  version: Version,
  person: Person,
): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT FROM desk.counted_approvals($1) WHERE person_id = $2",
    [version.id, person.id],
  );
  return rows.length > 0;
}

async function assignmentOf(
  client: pg.PoolClient,
  { round }: Version,
  person: Person,
  as: string,
): Promise<string> {
  const known = await client.query<{ id: string }>(
    "SELECT id FROM desk.assignment WHERE round_id = $1 AND reviewer_id = $2 ORDER BY invited_at DESC, id LIMIT 1",
    [round.id, person.id],
  );
  if (known.rows[0]) return known.rows[0].id;
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO desk.assignment (round_id, expertise, reviewer_id, state, respond_by, review_by)
     VALUES ($1, $2, $3, 'accepted', desk.today(), desk.today() + 14) RETURNING id`,
    [round.id, as, person.id],
  );
  return rows[0]?.id ?? "";
}

/** The signature itself, as the application's role; null when it went through. */
async function sign(
  client: pg.PoolClient,
  version: Version,
  person: Person,
  assignment: string,
): Promise<string | null> {
  const grant = createHash("sha256").update(assignment).digest("hex");
  await client.query(
    `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method)
     SELECT $1, $2, s.id, 'sign_decision', $4, 'password' FROM desk.session s WHERE s.id = $3`,
    [grant, person.id, person.session, version.sha],
  );
  await client.query("SAVEPOINT before_signing");
  try {
    await client.query("SET LOCAL ROLE desk_app");
    await client.query(
      `SELECT desk.sign_decision($1, $2, $3, $4, 'approve', 'I read it all.', 'The others are mistaken.', desk.today(), NULL, $5)`,
      [
        ...[person.session, grant, assignment, version.sha],
        yesToAll(version.page.kind),
      ],
    );
    await client.query("SET LOCAL ROLE desk_owner");
    return null;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !error.code?.startsWith("DK"))
      throw error;
    await client.query("ROLLBACK TO SAVEPOINT before_signing");
    return error.message;
  }
}

/** A signature that went round every function, by the owner of the tables. */
async function force(
  client: pg.PoolClient,
  { id, page, sha }: Version,
  person: Person,
  assignment: string,
  as: string,
): Promise<void> {
  await client.query(
    `INSERT INTO desk.decision (page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning,
       evidence_checked_to, method, signed_name, signed_credentials, signed_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'approve', 'I read it all.', desk.today(), 'password', 'Somebody', 'MD', desk.clock())`,
    [page.id, id, sha, assignment, person.id, as],
  );
}
