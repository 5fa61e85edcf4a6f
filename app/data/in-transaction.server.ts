import type { Outcome } from "~/domain/outcome";
import type { Queryable } from "./act.server";
import { appPool } from "./pools.server";

/**
 * Several acts as one: what is refused, or thrown, undoes those before it.
 * Lock pages before drafts, as every act of the database does.
 */
export async function inTransaction<Value>(
  work: (database: Queryable) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const client = await appPool().connect();
  try {
    await client.query("BEGIN");
    const outcome = await work(client);
    await client.query(outcome.ok ? "COMMIT" : "ROLLBACK");
    client.release();
    return outcome;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release(true);
    throw error;
  }
}
