import pg from "pg";
import type { TestDatabase } from "../support/database";
import type { Scene } from "./scene";

export type Role = "app" | "auth" | "checks" | "public" | "owner";
type Statement = string | [query: string, ...values: unknown[]];

/** Something nobody may get away with, and how exactly it is refused. */
export type Attack = {
  name: string;
  as: Role;
  /** One transaction; the refusal may come at any statement or at the commit. */
  statements(scene: Scene): Statement[];
  /** SQLSTATE, with the code of the refusal where it is one of the rules. */
  refused: string;
  /** What has to be in place first, such as a grant. */
  prepare?(scene: Scene): Promise<void>;
  /** `repeatable read` or `serializable`, where that is the trick. */
  isolation?: string;
};

/** A digest of every row of every table of the desk, in whatever order. */
export async function digestOf(db: TestDatabase): Promise<string> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
      WHERE relnamespace = 'desk'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  const parts = tables.map(
    ({ name }) =>
      `(SELECT count(*) || '/' || coalesce(sum(hashtextextended(x::text, 0)), 0) FROM desk.${name} x)`,
  );
  const { rows } = await db.owner.query<{ digest: string }>({
    // Planned once a connection: most of the tables have a handful of rows.
    name: "digest",
    text: `SELECT ARRAY[${parts.join(", ")}]::text AS digest`,
  });
  return rows[0]?.digest ?? "";
}

/** Runs one attack on a connection of its own; says what went wrong, or null. */
export async function attempt(
  db: TestDatabase,
  scene: Scene,
  attack: Attack,
): Promise<string | null> {
  const client = new pg.Client({ connectionString: db.urls[attack.as] });
  // A backend that is told to go may say so after the query has failed.
  client.on("error", () => undefined);
  await client.connect();
  let refused = "nothing";
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL ${attack.isolation ?? "READ COMMITTED"}`,
    );
    for (const statement of attack.statements(scene)) {
      const [query, ...values] =
        typeof statement === "string" ? [statement] : statement;
      await client.query(query, values);
    }
    await client.query("COMMIT");
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const isRule = error.code?.startsWith("DK");
    refused = isRule ? `${error.code} ${error.message}` : (error.code ?? "");
    await client.query("ROLLBACK").catch(() => undefined);
  } finally {
    await client.end();
  }
  if (refused !== attack.refused)
    return `${attack.as}, ${attack.name}: ${refused}, not ${attack.refused}`;
  return null;
}
