import type { Outcome } from "~/domain/outcome";
import type { Queryable } from "./act.server";
import { inTransaction } from "./in-transaction.server";

/**
 * Performs a look and an act as one, for acts that a second press must not
 * repeat: whoever holds the same key waits until this one is through, then
 * looks for itself. What is refused leaves nothing behind.
 */
export async function actOnce<Value>(
  key: string,
  act: (database: Queryable) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return inTransaction(async (database) => {
    await database.query(
      "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
      [key],
    );
    return act(database);
  });
}
