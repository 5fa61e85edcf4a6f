import pg from "pg";
import type { TestDatabase } from "../support/database";
import { hashOf, type History, type Person } from "./facts";

/** One command of a history: what the model expects, and what it then holds. */
export type Step = {
  says: string;
  /** The model's word on whether the desk lets it through. */
  isAllowed: boolean;
  /** Where it is the gate that refuses: every blocker, no more and no less. */
  blockers?: ReadonlySet<string>;
  /** A list that the desk shows before the act, to be the same. */
  shown?: { query: string; values: unknown[]; codes: readonly string[] };
  call(): Promise<unknown>;
  /** What follows for the model when it went through. */
  follow(answer: unknown): void;
};

export type Outcome =
  | { isAccepted: true; answer: unknown }
  | { isAccepted: false; code: string; blockers: string[] };

type Refused = { blockers?: { code: string }[] };

/** Calls an act; a refusal of the rules is a value, anything else is thrown. */
export async function outcomeOf(
  call: () => Promise<unknown>,
): Promise<Outcome> {
  try {
    return { isAccepted: true, answer: await call() };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !error.code?.startsWith("DK"))
      throw error;
    const detail = JSON.parse(error.detail ?? "{}") as Refused;
    const codes = (detail.blockers ?? []).map(({ code }) => code);
    return { isAccepted: false, code: error.message, blockers: codes };
  }
}

/** Calls one function of the desk as the application does. */
export async function act(
  pool: pg.Pool,
  name: string,
  ...values: unknown[]
): Promise<unknown> {
  const places = values.map((_, n) => `$${n + 1}`).join(", ");
  const { rows } = await pool.query<{ answer: unknown }>({
    // Named, so that a connection reads and plans each once.
    name: `${name} of ${values.length}`,
    text: `SELECT desk.${name}(${places}) AS answer`,
    values,
  });
  return rows[0]?.answer;
}

export type GrantFault =
  | "none"
  | "missing"
  | "expired"
  | "used"
  | "other_person"
  | "other_session"
  | "other_act"
  | "other_hash";

let grantCount = 0;

/**
 * Writes a signing grant through the auth role, as it should be or with one
 * fault. Who has been switched off has no session and gets none.
 */
export async function grantFor(
  db: TestDatabase,
  history: History,
  person: Person,
  actName: string,
  sha: string,
  fault: GrantFault,
): Promise<string> {
  grantCount += 1;
  const id = hashOf(`grant ${process.pid} ${grantCount}`);
  if (fault === "missing") return id;
  const other = history.people.find((p) => p !== person) ?? person;
  const wrongAct = actName === "sign_decision" ? "reaffirm" : "sign_decision";
  await db.auth.query({
    name: "grant",
    text: `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method, granted_at, expires_at, used_at)
     SELECT $1, $2, s.id, $4, $5, 'password', desk.clock() - $6::interval, desk.clock() - $6::interval + interval '5 minutes',
            CASE WHEN $7 THEN desk.clock() END
       FROM desk.session s WHERE s.id = $3`,
    values: [
      id,
      fault === "other_person" ? other.id : person.id,
      fault === "other_session" ? other.session : person.session,
      fault === "other_act" ? wrongAct : actName,
      fault === "other_hash" ? hashOf("other words") : sha,
      fault === "expired" ? "301 seconds" : "0 seconds",
      fault === "used",
    ],
  });
  return id;
}
