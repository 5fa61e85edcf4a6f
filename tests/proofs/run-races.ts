import pg from "pg";
import type { TestDatabase } from "../support/database";
import { randomFrom } from "../model/random";
import { layTrack } from "./race-track";
import { race } from "./racer";
import { replayAudit } from "./replay-audit";

export type RaceResult = {
  acts: number;
  refusals: number;
  publications: number;
  events: number;
  seconds: number;
  /** Errors that are no refusal of the rules: a lock or a check came too late. */
  accidents: string[];
  violations: string[];
};

type Budget = {
  clients?: number;
  milliseconds?: number;
  /** Goes on past its time until so many publications, four times as long at most. */
  wanted?: number;
  seed?: number;
  untilFirst?: boolean;
};

/**
 * Lets clients race, each on a connection of its own, then replays the chain
 * of audit events.
 */
export async function runRaces(
  db: TestDatabase,
  {
    clients = 32,
    milliseconds = 30_000,
    wanted = 0,
    seed = 1,
    untilFirst = false,
  }: Budget = {},
): Promise<RaceResult> {
  const track = await layTrack(db);
  const accidents: string[] = [];
  const count = { acts: 0, refusals: 0 };
  const start = Date.now();
  let isOver = false;
  const run = async (n: number) => {
    const client = new pg.Client({ connectionString: db.urls.app });
    await client.connect();
    const random = randomFrom(seed * 1_000 + n);
    while (!isOver) {
      try {
        await race({ db, client, random, track });
        count.acts += 1;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        if (isRefusal(error)) count.refusals += 1;
        else accidents.push(spell(error));
      }
      if (untilFirst && accidents.length > 0) isOver = true;
    }
    await client.end();
  };
  const watch = async () => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      const spent = Date.now() - start;
      const isEnough =
        spent >= milliseconds && (await publicationsIn(db)) >= wanted;
      isOver ||= isEnough || spent >= 4 * milliseconds;
    }
  };
  await Promise.all([
    watch(),
    ...Array.from({ length: clients }, (_, n) => run(n)),
  ]);
  const seconds = Math.round((Date.now() - start) / 1_000);
  return { ...count, seconds, accidents, ...(await replayAudit(db.owner)) };
}

async function publicationsIn(db: TestDatabase): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM desk.publication",
  );
  return rows[0]?.n ?? 0;
}

/** The rules said no; or somebody switched off has no session for a grant. */
function isRefusal({ code, message, constraint }: pg.DatabaseError): boolean {
  return (
    constraint === "signing_grant_session_id_fkey" ||
    (code?.startsWith("DK") === true && message !== "immutable")
  );
}

const spell = ({ code, message, where }: pg.DatabaseError) =>
  `${code} ${message} ${where ?? ""}`;
