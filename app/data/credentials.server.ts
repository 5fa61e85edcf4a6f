import { authPool } from "./pools.server";

export type Account = {
  personId: string;
  isActive: boolean;
  /** Null until the person has accepted their invitation. */
  passwordHash: string | null;
};

/** The account behind a mail address, in any case of its letters. */
export async function findAccount(email: string): Promise<Account | null> {
  const { rows } = await authPool().query<Account>(
    `SELECT p.id AS "personId", p.is_active AS "isActive", c.password_hash AS "passwordHash"
       FROM desk.person p LEFT JOIN desk.credential c ON c.person_id = p.id
      WHERE lower(p.email) = lower($1)`,
    [email],
  );
  return rows[0] ?? null;
}

/** How often the desk lets a password be guessed within fifteen minutes. */
const mostFailures = { account: 10, address: 50 };

/**
 * Records one try before the password is looked at, and gives its number; null
 * when the account or the address has had too many. Because the row is there
 * before the count is taken, tries at the same moment count each other.
 */
export async function recordAttempt(
  account: string,
  address: string,
): Promise<string | null> {
  const { rows } = await authPool().query<{ id: string }>(
    `INSERT INTO desk.sign_in_attempt (account, address, succeeded)
     VALUES ($1, $2, false) RETURNING id`,
    [account, address],
  );
  const id = rows[0]?.id ?? null;
  const counted = await authPool().query<{ account: number; address: number }>(
    `SELECT count(*) FILTER (WHERE account = $1)::integer AS account,
            count(*) FILTER (WHERE address = $2)::integer AS address
       FROM desk.sign_in_attempt
      WHERE (account = $1 OR address = $2) AND NOT succeeded AND at > desk.clock() - interval '15 minutes'`,
    [account, address],
  );
  const [failures] = counted.rows;
  const isTooMany =
    !failures ||
    failures.account > mostFailures.account ||
    failures.address > mostFailures.address;
  if (!isTooMany) return id;
  // A try that was not looked at does not make the wait longer.
  await authPool().query("DELETE FROM desk.sign_in_attempt WHERE id = $1", [
    id,
  ]);
  return null;
}

/** The try was the right password: it counts against nobody. Old tries are forgotten. */
export async function recordSuccess(attemptId: string): Promise<void> {
  await authPool().query(
    "UPDATE desk.sign_in_attempt SET succeeded = true WHERE id = $1",
    [attemptId],
  );
  await authPool().query(
    "DELETE FROM desk.sign_in_attempt WHERE at < desk.clock() - interval '1 day'",
  );
}

export type SigningAct =
  | "sign_decision"
  | "reaffirm"
  | "revoke_approval"
  | "schedule"
  | "triage_watch_item";

/** Records a grant for one signature, good for five minutes. */
export async function recordGrant(grant: {
  id: string;
  personId: string;
  sessionId: string;
  act: SigningAct;
  contentSha256: string;
}): Promise<void> {
  await authPool().query(
    `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method)
     VALUES ($1, $2, $3, $4, $5, 'password')`,
    [
      ...[grant.id, grant.personId, grant.sessionId],
      ...[grant.act, grant.contentSha256],
    ],
  );
}
