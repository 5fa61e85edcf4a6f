import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { alertEngineHealth } from "~/data/alert-health.server";
import { countUnheldPages } from "~/data/unheld-pages.server";
import { closeConnections } from "~/data/pools.server";
import { mailWordsDesk } from "~/jobs/preview-mail.server";
import { startTimer } from "~/jobs/timer.server";
import { environment } from "~/lib/environment.server";
import { logLine } from "~/lib/log.server";
import { makeApplication } from "./application.server";
import { CannotListen, drain, listen, portOf } from "./listen.server";
import { findUnreadiness } from "./readiness.server";
import { staticFiles } from "./static-files.server";

type Running = {
  /** Where people reach the desk, "http://localhost:3000". */
  address: string;
  /** Lets what is under way finish, then closes the database connections. */
  stop: () => Promise<void>;
};

/** Two folders up, both from `build/desk` and from `app/server`. */
const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Serves the desk on the port of the environment. In development `vite` serves
 * the watched files instead of the build. Throws `CannotListen` (exit code 3)
 * when the port cannot be had.
 */
export async function startServer(vite?: ViteDevServer): Promise<Running> {
  const { mode, origin, port, isWorker } = environment();
  const application = makeApplication({
    origin,
    mode: vite ? "development" : mode,
    files: vite ? [vite.middlewares] : staticFiles(root),
    build: vite ? () => watchedBuild(vite) : await builtPages(),
    findUnreadiness: () => findUnreadiness(root),
    findAlertHealth,
    findPageHealth: countUnheldPages,
  });
  const server = await listen(application, port);
  tellOfBrokenWords().catch((error: unknown) => {
    logLine(`mail words could not be looked at: ${String(error)}`);
  });
  const timer = isWorker ? startTimer(logLine) : null;
  return {
    address:
      port === 0 ? `http://localhost:${String(portOf(server, port))}` : origin,
    async stop() {
      await drain(server);
      await timer?.stop();
      await closeConnections();
    },
  };
}

/** Words that this release can no longer take are named in the log as it starts. */
async function tellOfBrokenWords(): Promise<void> {
  for (const { kind } of await mailWordsDesk.listBroken())
    logLine(
      `mail words of ${kind} are left out: this release cannot take them`,
    );
}

/** Broken words of the desk are left out of its mails; whoever watches is told how many. */
async function findAlertHealth() {
  const broken = await mailWordsDesk.listBroken();
  return { ...(await alertEngineHealth()), mailWordsLeftOut: broken.length };
}

async function builtPages(): Promise<ServerBuild> {
  const file = join(root, "build", "server", "index.js");
  // The build is made after this file is compiled; Remix defines its shape.
  return (await import(
    /* @vite-ignore */ pathToFileURL(file).href
  )) as ServerBuild;
}

async function watchedBuild(vite: ViteDevServer): Promise<ServerBuild> {
  // Remix's plugin makes this module; Vite knows no type for it.
  return (await vite.ssrLoadModule(
    "virtual:remix/server-build",
  )) as ServerBuild;
}

/** `node build/desk/server.js`: for who brings a database of their own. */
async function serveAlone(): Promise<void> {
  try {
    const { address, stop } = await startServer();
    process.stdout.write(`Imprimatur is at ${address}\n`);
    const end = () => void stop().then(() => process.exit(0));
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
}

const startedFile = process.argv[1];
if (startedFile && import.meta.url === pathToFileURL(startedFile).href) {
  await serveAlone();
}
