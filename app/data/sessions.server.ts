import type { Outcome } from "~/domain/outcome";
import { done, refused } from "~/domain/outcome";
import type { SignedInPerson } from "~/domain/signed-in-person";
import type { Role } from "~/domain/words";
import { hashToken, makeToken } from "~/lib/token.server";
import { authPool } from "./pools.server";

export type SessionPurpose = "browser" | "demo";

/** A browser's session that the database knows, whether or not its time is over. */
export type StoredSession = {
  id: string;
  /** Until its idle or its absolute end, by the desk's clock; may be negative. */
  secondsLeft: number;
  purpose: SessionPurpose;
  /** The person confirmed their password since this token was given out. */
  isRenewalDue: boolean;
  person: SignedInPerson;
};

type SessionRow = SignedInPerson & {
  secondsLeft: number;
  purpose: StoredSession["purpose"];
  isRenewalDue: boolean;
};

/**
 * The browser's session of this id with its person; null when either is gone.
 * One of the command line is never found here: no cookie leads to it.
 */
export async function findSession(id: string): Promise<StoredSession | null> {
  const { rows } = await authPool().query<SessionRow>(
    `SELECT extract(epoch FROM least(s.expires_at, s.absolute_expires_at) - desk.clock())::float8 AS "secondsLeft",
            s.purpose, coalesce(s.reauthenticated_at > s.created_at, false) AS "isRenewalDue",
            p.id, p.name, p.email, p.prefix, p.credentials,
            ARRAY(SELECT role FROM desk.person_role WHERE person_id = p.id ORDER BY role) AS roles,
            ARRAY(SELECT expertise FROM desk.person_expertise WHERE person_id = p.id ORDER BY expertise) AS expertise
       FROM desk.session s JOIN desk.person p ON p.id = s.user_id
      WHERE s.id = $1 AND s.purpose <> 'command_line' AND p.is_active`,
    [id],
  );
  const [row] = rows;
  if (!row) return null;
  const { secondsLeft, purpose, isRenewalDue, ...person } = row;
  return { id, secondsLeft, purpose, isRenewalDue, person };
}

/** The roles that a person holds now. */
export async function listRolesOf(personId: string): Promise<Role[]> {
  const { rows } = await authPool().query<{ role: Role }>(
    "SELECT role FROM desk.person_role WHERE person_id = $1 ORDER BY role",
    [personId],
  );
  return rows.map(({ role }) => role);
}

/** Records a session that ends after so many idle minutes, or 12 hours at the latest. */
export async function recordSession(session: {
  id: string;
  personId: string;
  idleMinutes: number;
  purpose: SessionPurpose;
}): Promise<void> {
  await authPool().query(
    `INSERT INTO desk.session (id, user_id, expires_at, purpose)
     VALUES ($1, $2, desk.clock() + make_interval(mins => $3), $4)`,
    [session.id, session.personId, session.idleMinutes, session.purpose],
  );
}

/**
 * Moves the idle end of a session on, never past its absolute end. Written at
 * most once a minute, so that a busy screen costs no row a second.
 */
export async function moveSessionEnd(
  id: string,
  idleMinutes: number,
): Promise<void> {
  await authPool().query(
    `UPDATE desk.session
        SET expires_at = least(desk.clock() + make_interval(mins => $2), absolute_expires_at)
      WHERE id = $1
        AND expires_at < least(desk.clock() + make_interval(mins => $2), absolute_expires_at) - interval '1 minute'`,
    [id, idleMinutes],
  );
}

/** The session stays as it is, but the next screen gives out a new token for it. */
export async function markReauthenticated(id: string): Promise<void> {
  await authPool().query(
    "UPDATE desk.session SET reauthenticated_at = desk.clock() WHERE id = $1",
    [id],
  );
}

/**
 * Puts a session under a new id with the same absolute end. The old id works
 * for half a minute more, for the requests that are already under way. Gives
 * false when another request was first.
 */
export async function replaceSession(
  oldId: string,
  newId: string,
): Promise<boolean> {
  const { rowCount } = await authPool().query(
    `WITH old AS (
       SELECT * FROM desk.session WHERE id = $1 AND reauthenticated_at > created_at FOR UPDATE
     ), kept AS (
       UPDATE desk.session s SET reauthenticated_at = NULL,
              absolute_expires_at = least(s.absolute_expires_at, desk.clock() + interval '30 seconds')
         FROM old WHERE s.id = old.id
     )
     INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at, reauthenticated_at, purpose, created_at)
     SELECT $2, user_id, expires_at, absolute_expires_at, reauthenticated_at, purpose, reauthenticated_at FROM old`,
    [oldId, newId],
  );
  return rowCount === 1;
}

/** Ends every session of a person but the one named, as after a change of roles. */
export async function endSessionsOf(
  personId: string,
  besides: string | null = null,
): Promise<void> {
  await authPool().query(
    "DELETE FROM desk.session WHERE user_id = $1 AND id IS DISTINCT FROM $2",
    [personId, besides],
  );
}

/** Ends one session; nothing happens when it is gone already. */
export async function endSession(id: string): Promise<void> {
  await authPool().query("DELETE FROM desk.session WHERE id = $1", [id]);
}

/** Forgets sessions whose time is over; their rows would otherwise pile up. */
export async function dropEndedSessions(): Promise<void> {
  await authPool().query(
    "DELETE FROM desk.session WHERE least(expires_at, absolute_expires_at) < desk.clock() - interval '1 hour'",
  );
}

/**
 * Lets the operator act as a person from the command line for ten minutes. No
 * token is given out: only this process knows the id. End it when done.
 */
export async function openCommandLineSession(
  email: string,
): Promise<Outcome<{ sessionId: string; personId: string }>> {
  const { rows } = await authPool().query<{ id: string; isActive: boolean }>(
    `SELECT id, is_active AS "isActive" FROM desk.person WHERE lower(email) = lower($1)`,
    [email],
  );
  const [person] = rows;
  if (!person) return refused("not_found");
  if (!person.isActive) return refused("person_inactive");
  const sessionId = hashToken(makeToken());
  await authPool().query(
    `INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at, purpose)
     VALUES ($1, $2, desk.clock() + interval '10 minutes', desk.clock() + interval '10 minutes', 'command_line')`,
    [sessionId, person.id],
  );
  return done({ sessionId, personId: person.id });
}
