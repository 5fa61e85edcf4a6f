import type { PoolClient } from "pg";
import { done, type Outcome, refused } from "~/domain/outcome";
import { refusalFrom } from "./act.server";
import { authPool } from "./pools.server";

export type Invited = { personId: string; name: string; email: string };

type InvitationRow = Invited & {
  isUsed: boolean;
  isOver: boolean;
  isActive: boolean;
};

const invitationById = `
  SELECT i.person_id AS "personId", p.name, p.email, p.is_active AS "isActive",
         i.expires_at <= desk.clock() AS "isOver",
         i.used_at IS NOT NULL OR EXISTS (SELECT FROM desk.credential c WHERE c.person_id = i.person_id) AS "isUsed"
    FROM desk.invitation i JOIN desk.person p ON p.id = i.person_id
   WHERE i.id = $1`;

/** Whom a link invites, by the hash of its token, or why it no longer does. */
export async function findInvitation(id: string): Promise<Outcome<Invited>> {
  const { rows } = await authPool().query<InvitationRow>(invitationById, [id]);
  return judge(rows[0]);
}

/** Sets the invited person's password, once; the link is used up with it. */
export function acceptInvitation(
  id: string,
  passwordHash: string,
): Promise<Outcome<Invited>> {
  return inOneStep(async (client) => {
    const { rows } = await client.query<InvitationRow>(
      `${invitationById} FOR UPDATE OF i`,
      [id],
    );
    const invited = judge(rows[0]);
    if (!invited.ok) return invited;
    await client.query(
      "UPDATE desk.invitation SET used_at = desk.clock() WHERE id = $1",
      [id],
    );
    const written = await insertCredential(
      client,
      invited.value.personId,
      passwordHash,
    );
    return written ? invited : refused("link_used");
  });
}

/** Whether a person has come in yet, and until when their newest link works. */
export type Joining = {
  hasJoined: boolean;
  linkEndsOn: string | null;
  isLinkOver: boolean;
};

/** How far a person's invitation is. */
export async function getJoining(personId: string): Promise<Joining> {
  const { rows } = await authPool().query<Joining>(
    `SELECT EXISTS (SELECT FROM desk.credential WHERE person_id = $1) AS "hasJoined",
            (max(expires_at) AT TIME ZONE (SELECT time_zone FROM desk.desk_setting))::date AS "linkEndsOn",
            coalesce(max(expires_at) <= desk.clock(), false) AS "isLinkOver"
       FROM desk.invitation WHERE person_id = $1`,
    [personId],
  );
  const [joining] = rows;
  if (!joining) throw new Error("an aggregate gave no row");
  return joining;
}

/** Which of these people have not set a password yet. */
export async function listNotJoined(
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await authPool().query<{ id: string }>(
    `SELECT p.id FROM desk.person p
      WHERE p.id = ANY ($1) AND NOT EXISTS (SELECT FROM desk.credential c WHERE c.person_id = p.id)`,
    [personIds],
  );
  return rows.map(({ id }) => id);
}

/** Whether anybody has an account yet. */
export async function hasPeople(): Promise<boolean> {
  const { rows } = await authPool().query<{ found: boolean }>(
    "SELECT EXISTS (SELECT FROM desk.person) AS found",
  );
  return rows[0]?.found ?? true;
}

/** Whether this is the set-up link of a desk that nobody has set up. */
export async function isSetUpToken(id: string): Promise<boolean> {
  const { rows } = await authPool().query(
    "SELECT FROM desk.setup_token WHERE id = $1 AND used_at IS NULL",
    [id],
  );
  return rows.length > 0;
}

/** Makes the first person, an admin and editor, with their password. Gives the id. */
export function setUpFirstAdmin(
  tokenHash: string,
  person: { email: string; name: string; credentials: string },
  passwordHash: string,
): Promise<Outcome<string>> {
  return inOneStep(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT desk.set_up_first_admin($1, $2, $3, $4) AS id",
      [tokenHash, person.email, person.name, person.credentials],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error("set_up_first_admin gave no id");
    await insertCredential(client, id, passwordHash);
    return done(id);
  });
}

/** Sets a password where the operator vouches for the person; replaces an older one. */
export async function setPassword(
  personId: string,
  passwordHash: string,
): Promise<void> {
  await authPool().query(
    `INSERT INTO desk.credential (person_id, password_hash) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, set_at = desk.clock()`,
    [personId, passwordHash],
  );
}

async function insertCredential(
  client: PoolClient,
  personId: string,
  passwordHash: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO desk.credential (person_id, password_hash) VALUES ($1, $2)
     ON CONFLICT DO NOTHING`,
    [personId, passwordHash],
  );
  return rowCount === 1;
}

function judge(row: InvitationRow | undefined): Outcome<Invited> {
  if (!row) return refused("not_found");
  if (row.isUsed) return refused("link_used");
  if (row.isOver) return refused("link_expired");
  if (!row.isActive) return refused("person_inactive");
  const { personId, name, email } = row;
  return done({ personId, name, email });
}

/** All of it or nothing; a refusal leaves nothing behind either. */
async function inOneStep<Value>(
  step: (client: PoolClient) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const client = await authPool().connect();
  try {
    await client.query("BEGIN");
    const outcome = await step(client);
    await client.query(outcome.ok ? "COMMIT" : "ROLLBACK");
    return outcome;
  } catch (error) {
    await client.query("ROLLBACK");
    const refusal = refusalFrom(error);
    if (refusal) return refusal;
    throw error;
  } finally {
    client.release();
  }
}
