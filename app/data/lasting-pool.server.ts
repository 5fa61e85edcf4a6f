import pg from "pg";

/**
 * A pool that keeps a connection whose statement was refused. The pool of `pg`
 * ends the connection after any error, and a refusal by the rules is one: the
 * next act began on a connection that had planned nothing yet, which took ten
 * times as long as the act. What ends is a connection that was lost.
 */
export function openLastingPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  const query = async (...asked: Asked): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    // A connection lost on the way shows in the query itself.
    client.on("error", ignore);
    let lost: Error | undefined;
    try {
      return await client.query(...asked);
    } catch (error) {
      if (!isAnswer(error)) lost = asError(error);
      throw error;
    } finally {
      client.off("error", ignore);
      client.release(lost);
    }
  };
  return Object.assign(pool, { query });
}

/** A statement with its values, as every caller of ours writes it. */
type Asked = [text: string | pg.QueryConfig, values?: unknown[]];

/** Whether the server itself said no, and goes on answering. */
function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === "ERROR";
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function ignore(): void {}
