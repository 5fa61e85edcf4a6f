import pg from "pg";
import type { TestDatabase } from "../support/database";
import { grantFor } from "../model/step";
import { beginningWith } from "./beginning-with";
import { playScene, type Scene } from "./scene";

type Call = [name: string, ...values: unknown[]];

/** While one act is under way another has to wait, and for this very thing. */
type Wait = {
  name: string;
  held: (scene: Scene) => Call;
  waiting: (scene: Scene) => Call | Promise<Call>;
  as?: "checks";
  /** What PostgreSQL says the second one was waiting for. */
  for: string;
};

const publishing = ({ ready, who }: Scene): Call => [
  "publish",
  who("eva").session,
  ready.id,
];
const page = 'in relation "page"';
const person = 'in relation "person"';

const waits: Wait[] = [
  {
    name: "a revocation for a publication",
    held: publishing,
    waiting: async ({ ready, who, desk }) => [
      "revoke_approval",
      who("mary").session,
      await grantFor(
        ...([desk.db, desk.history, who("mary")] as const),
        ...(["revoke_approval", ready.sha, "none"] as const),
      ),
      ready.decisions.find((d) => d.person === who("mary"))?.id,
      ...["unsafe", "It is wrong."],
    ],
    for: page,
  },
  {
    name: "a second publication for a publication",
    held: publishing,
    waiting: ({ ready, who }) => ["publish", who("tom").session, ready.id],
    for: page,
  },
  {
    name: "a must-fix for a publication",
    held: publishing,
    waiting: ({ ready, who }) => [
      ...(["raise_comment", who("tom").session, ready.id, "must_fix"] as const),
      ...["b0", "", "Not so fast."],
    ],
    for: page,
  },
  {
    name: "a run of the checks for a publication",
    held: publishing,
    waiting: ({ ready }) => [
      ...(["record_check_run", ready.id, ready.sha, "rules-1"] as const),
      ...[null, null, '[{"rule": "P2", "severity": "blocks", "message": ""}]'],
    ],
    as: "checks",
    for: page,
  },
  {
    name: "an answer about interests for a publication",
    held: publishing,
    waiting: ({ ready, who }) => [
      ...(["answer_interests", who("lars").session, ready.page.id] as const),
      ...["personal", "Shares."],
    ],
    for: page,
  },
  {
    name: "taking back for a publication",
    held: publishing,
    waiting: ({ ready, who }) => ["take_back", who("ann").session, ready.id],
    for: page,
  },
  {
    name: "a withdrawal for another withdrawal",
    held: ({ live, who }) => [
      ...(["withdraw", who("eva").session, live.id] as const),
      ...["error", false, "A doubt."],
    ],
    waiting: ({ live, who }) => [
      ...(["withdraw", who("tom").session, live.id] as const),
      ...["error", false, "A doubt."],
    ],
    for: page,
  },
  ...(["lars", "eva"] as const).map((first): Wait => ({
    name: `new roles for ${first === "eva" ? "the publisher" : "an approver"} for a publication`,
    held: publishing,
    waiting: ({ who }) => [
      ...(["set_roles", who("adam").session, who(first).id] as const),
      ...[["author"], []],
    ],
    for: person,
  })),
  ...(["mary", "eva"] as const).map((first): Wait => ({
    name: `switching ${first === "eva" ? "the publisher" : "an approver"} off for a publication`,
    held: publishing,
    waiting: ({ who }) => [
      ...(["deactivate_person", who("adam").session] as const),
      ...[who(first).id, null],
    ],
    for: person,
  })),
  {
    name: "one audit event for another",
    held: ({ who }) => ["declare_interests", who("lars").session, true, ""],
    waiting: ({ who }) => ["declare_interests", who("mary").session, true, ""],
    for: "pg_advisory_xact_lock",
  },
];

/**
 * Holds each first act open and sees what the second one waits for; with a pair
 * to begin with, until the first fault.
 */
export async function tryWaits(
  db: TestDatabase,
  first?: string,
): Promise<{ tried: number; faults: string[] }> {
  const scene = await playScene(db);
  const faults: string[] = [];
  for (const wait of beginningWith(first, waits, ({ name }) => name)) {
    const found = await waitedFor(db, scene, wait);
    if (!found.includes(wait.for))
      faults.push(`${wait.name} waits for ${found}, not ${wait.for}`);
    if (first !== undefined && faults.length > 0) break;
  }
  return { tried: waits.length, faults };
}

async function waitedFor(
  db: TestDatabase,
  scene: Scene,
  wait: Wait,
): Promise<string> {
  const first = new pg.Client({ connectionString: db.urls.app });
  const second = new pg.Client({
    connectionString: db.urls[wait.as ?? "app"],
  });
  await Promise.all([first.connect(), second.connect()]);
  try {
    const waiting = await wait.waiting(scene);
    await first.query("BEGIN");
    await call(first, wait.held(scene));
    await second.query("BEGIN; SET LOCAL lock_timeout = '150ms'");
    await call(second, waiting);
    return "nothing";
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return error.code === "55P03"
      ? (error.where ?? "")
      : `an error: ${error.code} ${error.message}`;
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
}

const call = (client: pg.Client, [name, ...values]: Call) =>
  client.query(
    `SELECT desk.${name}(${values.map((_, n) => `$${n + 1}`).join(", ")})`,
    values,
  );
