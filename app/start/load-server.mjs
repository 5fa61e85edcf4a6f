import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./run-program.mjs";

/**
 * A running server of the desk.
 *
 * @typedef {object} Running
 * @property {string} address
 * @property {() => Promise<void>} stop
 */

/**
 * The server from the build, or in development the watched files behind Vite.
 *
 * @param {boolean} isDevelopment
 * @returns {Promise<{ start(): Promise<Running> }>}
 */
export async function loadServer(isDevelopment) {
  if (!isDevelopment) {
    const { startServer } = await importBuilt("server");
    return { start: () => startServer() };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({
    root,
    server: { middlewareMode: true },
    appType: "custom",
  });
  const { startServer } = await vite.ssrLoadModule("/app/server/main.ts");
  return {
    async start() {
      const running = await startServer(vite);
      return {
        address: running.address,
        async stop() {
          await vite.close();
          await running.stop();
        },
      };
    },
  };
}

/**
 * What makes the demo desk, when this build has it.
 *
 * @returns {Promise<null | ((wish: { ownerUrl: string, progress: (line: string) => void }) => Promise<string[]>)>}
 */
export async function loadDemo() {
  if (!existsSync(builtFile("demo"))) return null;
  return (await importBuilt("demo")).default;
}

/** @param {string} program */
export function builtFile(program) {
  return join(root, "build", "desk", `${program}.js`);
}

/** @param {string} program */
function importBuilt(program) {
  return import(pathToFileURL(builtFile(program)).href);
}
