import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database with nothing in it at all, for tests of what makes a desk. */
export type BlankDatabase = {
  url: string;
  /** A connection of its own as the superuser; closed when the database goes. */
  connect(): Promise<pg.Client>;
  drop(): Promise<void>;
};

/** Makes a blank database on the server of this run. */
export async function createBlankDatabase(): Promise<BlankDatabase> {
  const { address } = inject("testServer");
  const name = `blank_${randomBytes(6).toString("hex")}`;
  const clients: pg.Client[] = [];
  const connectTo = async (database: string) => {
    const client = new pg.Client({
      connectionString: `${address}/${database}`,
    });
    // The database may go a moment before its last connection.
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  const server = await connectTo("postgres");
  await server.query(`CREATE DATABASE ${name}`);
  return {
    url: `${address}/${name}`,
    async connect() {
      const client = await connectTo(name);
      clients.push(client);
      return client;
    },
    async drop() {
      await Promise.all(clients.map((client) => client.end()));
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}
