import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { StartRefusal } from "./refusal.mjs";
import { root, runProgram } from "./run-program.mjs";

/**
 * Where Linux distributions put a Chromium of their own. Debian's shell comes
 * first: it draws no window, which was two fifths of the journeys' work.
 */
export const installedBrowsers = [
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

const longestDownloadMs = 300_000;

/**
 * Makes sure that there is a browser for the journeys: Playwright's own, or
 * the system's; else downloads Playwright's, or, as root where that cannot be
 * fetched, installs Debian's package. Throws `StartRefusal` when none of it
 * works.
 */
export async function ensureBrowser() {
  if ((await hasPlaywrightBrowser()) || hasSystemBrowser()) return;
  process.stderr.write("Downloading a browser for the journeys\n");
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  await runProgram(process.execPath, [cli, "install", "chromium"], {
    longestMs: longestDownloadMs,
  });
  if (await hasPlaywrightBrowser()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stderr.write(
      "Installing Debian's chromium-headless-shell instead\n",
    );
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runProgram("apt-get", ["update", "-q"], { env });
    const args = ["install", "-y", "-q", "--no-install-recommends"];
    await runProgram("apt-get", [...args, "chromium-headless-shell"], { env });
    if (hasSystemBrowser()) return;
  }
  throw new StartRefusal(
    "There is no browser for the journeys and none could be fetched; install Debian's package chromium-headless-shell or chromium, or run npx playwright install --with-deps chromium.",
  );
}

async function hasPlaywrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return canRun(chromium.executablePath());
}

function hasSystemBrowser() {
  return installedBrowsers.some(canRun);
}

/**
 * A browser whose libraries are missing is there but does not run.
 *
 * @param {string} path
 */
function canRun(path) {
  return existsSync(path) && spawnSync(path, ["--version"]).status === 0;
}
