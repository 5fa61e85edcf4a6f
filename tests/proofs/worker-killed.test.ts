import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSmtp } from "../support/smtp";
import { createWorld, type World } from "../support/world";

const root = fileURLToPath(new URL("../..", import.meta.url).href);
const folder = `${root}node_modules/.cache/worker-killed`;
const bundle = `${folder}/worker.mjs`;

/** In full: 3,000 mails and 50 kills; 120 and 4 otherwise. */
const isLong = process.env["LONG"] === "1";
const mails = isLong ? 3_000 : 120;
const kills = isLong ? 50 : 4;
/** So many mails one worker sends at once, by two clocks: app/jobs/deliver-mails. */
const abreast = 2 * 4;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [`${root}app/jobs/worker.ts`],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "~": `${root}app` },
    jsx: "automatic",
    logLevel: "error",
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.drop();
});

/** The real worker, in a process of its own. */
function startWorker(smtpUrl: string): ChildProcess {
  const { app, auth, checks, public: readers } = world.database.urls;
  return spawn(process.execPath, [bundle], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: app,
      DATABASE_AUTH_URL: auth,
      DATABASE_CHECKS_URL: checks,
      DATABASE_PUBLIC_URL: readers,
      SMTP_URL: smtpUrl,
      APP_ORIGIN: "http://localhost:3999",
      VITEST: "",
    },
  });
}

const ended = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once("exit", resolve);
  });

test("a worker that is killed at any moment loses no mail, and repeats only what was under way", async () => {
  await world.published("ros1");
  await world.rows(
    "UPDATE desk.mail SET state = 'skipped' WHERE state = 'queued'",
  );
  await world.rows(
    `SELECT desk.queue_mail('published', a.recipient_id, a.page_id, a.props) FROM (
       SELECT recipient_id, page_id, props FROM desk.mail WHERE kind = 'published' ORDER BY id LIMIT 1) a, generate_series(1, $1)`,
    [mails],
  );
  let next = 5 + Math.floor(mails / kills / 2);
  let killed = 0;
  let atDeath: () => void = () => undefined;
  const seen = new Map<string, number>();
  let worker: ChildProcess | null = null;
  const server = await startSmtp({
    answerToData: () => {
      const arrived = server.received.length + 1;
      // In the middle of an answer, which the worker then never hears.
      if (killed < kills && arrived >= next) {
        next = arrived + Math.floor(mails / kills) - 1;
        killed += 1;
        worker?.kill("SIGKILL");
        atDeath();
      }
      return null;
    },
  });
  const left = async () => {
    const { rows } = await world.database.owner.query<{ left: number }>(
      "SELECT count(*)::integer AS left FROM desk.mail WHERE state IN ('queued', 'sending')",
    );
    return rows[0]?.left ?? 0;
  };
  while ((await left()) > 0) {
    // What the killed one held is free when its lease is over.
    await world.database.advance("2 minutes 1 second");
    worker = startWorker(server.url);
    const death = new Promise<void>((resolve) => {
      atDeath = resolve;
    });
    const gone = ended(worker);
    const isDone = async () => {
      while (worker?.exitCode === null && (await left()) > 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await Promise.race([death, gone, isDone()]);
    worker.kill(killed < kills ? "SIGKILL" : "SIGTERM");
    await gone;
  }
  await server.close();
  for (const { raw } of server.received) {
    const id = /^Message-ID: (\S+)/m.exec(raw)?.[1] ?? "none";
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  const rows = await world.rows<{ id: string; state: string }>(
    "SELECT message_id AS id, state FROM desk.mail WHERE state <> 'skipped'",
  );
  const lost = rows.filter(
    ({ id, state }) => state !== "sent" || !seen.has(id),
  );
  const repeats = [...seen.values()].reduce((sum, n) => sum + n - 1, 0);
  console.info(
    `outbox: ${rows.length} mails, ${killed} kills, ${lost.length} lost, ${repeats} repeats of at most ${killed * abreast}`,
  );
  expect(killed).toBeGreaterThanOrEqual(kills);
  expect(lost).toEqual([]);
  expect(rows).toHaveLength(mails);
  expect(seen.size).toBe(mails);
  expect(repeats).toBeLessThanOrEqual(killed * abreast);
});
