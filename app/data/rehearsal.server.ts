import pg from "pg";
import { type Outcome, refused } from "~/domain/outcome";
import { type Queryable, refusalFrom } from "./act.server";
import { appPool } from "./pools.server";

/**
 * Runs acts for real in a transaction of their own, lets `work` read what they
 * did, and takes all of it back, whatever happens: nothing is ever committed,
 * so no mail, no alert and no word of the audit is left. Locks of the acts are
 * held meanwhile, and so for seconds at most; where somebody else holds one of
 * them, or it takes too long, it is refused as `rehearsal_busy`.
 */
export async function inRehearsal<Value>(
  work: (database: Queryable) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const client = await appPool().connect();
  let isUndone = false;
  try {
    await client.query("BEGIN");
    await client.query(
      `SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '15s';
       SET LOCAL idle_in_transaction_session_timeout = '15s'`,
    );
    return await work(client);
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal) return refusal;
    if (isBusy(error)) return refused("rehearsal_busy");
    throw error;
  } finally {
    await client
      .query("ROLLBACK")
      .then(() => (isUndone = true))
      .catch(() => undefined);
    // A connection that did not say so is closed, which undoes everything too.
    client.release(!isUndone);
  }
}

/** What is put off to the commit of an act happens now, refusals among it. */
export async function settle(database: Queryable): Promise<void> {
  await database.query("SET CONSTRAINTS ALL IMMEDIATE");
}

/** Cancelled, no lock in time, deadlock, serialisation, or after one of these. */
const busy = new Set(["57014", "55P03", "40P01", "40001", "25P02"]);

function isBusy(error: unknown): boolean {
  return error instanceof pg.DatabaseError && busy.has(error.code ?? "");
}
