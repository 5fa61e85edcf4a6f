import pg from "pg";
import type { Outcome, RefusalDetail } from "~/domain/outcome";
import { done, refused } from "~/domain/outcome";
import { isRefusalCode } from "~/domain/refusals";

/** Arguments of an SQL function: text, numbers, days as "2026-03-01", bytes, null. */
export type ActArgument =
  string | number | boolean | null | Date | string[] | Buffer;

/** Anything that runs a query: a pool, or a client inside a transaction. */
export type Queryable = Pick<pg.Pool, "query">;

/**
 * Performs one act: calls `desk.<name>` and gives back its value, or the
 * refusal that the function raised (SQLSTATE DK + status, the code as message,
 * particulars as JSON detail). A deadlock or a serialization failure is tried
 * again, three times at most, with jitter; anything else is an accident and
 * is thrown.
 */
export async function runAct<Value = null>(
  database: Queryable,
  name: string,
  values: readonly ActArgument[],
): Promise<Outcome<Value>> {
  const places = values.map((_, index) => `$${String(index + 1)}`).join(", ");
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await database.query<{ value: Value }>(
        `SELECT desk.${name}(${places}) AS value`,
        [...values],
      );
      const [row] = rows;
      if (!row) throw new Error(`desk.${name} gave no row`);
      return done(row.value);
    } catch (error) {
      const refusal = refusalFrom(error);
      if (refusal) return refusal;
      if (attempt > 3 || !isWorthAnotherTry(error)) throw error;
      await pause(20 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** The refusal that an SQL function raised; null when it is something else. */
export function refusalFrom(error: unknown) {
  if (!(error instanceof pg.DatabaseError)) return null;
  if (!error.code?.startsWith("DK") || !isRefusalCode(error.message)) {
    return null;
  }
  return refused(error.message, parseDetail(error.detail));
}

const worthAnotherTry = new Set(["40001", "40P01"]);

function isWorthAnotherTry(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError && worthAnotherTry.has(error.code ?? "")
  );
}

function parseDetail(detail: string | undefined): RefusalDetail {
  if (!detail) return {};
  // Written by desk.refuse, in the shape of RefusalDetail.
  return JSON.parse(detail) as RefusalDetail;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
