import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { installedBrowsers } from "../../app/start/find-browser.mjs";

const quietly = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
  ...["--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

/**
 * How to launch a browser: Playwright's own when it was downloaded, else the
 * system's. With neither, Playwright says itself how to get one.
 */
export function browserLaunch(): { executablePath?: string; args?: string[] } {
  if (existsSync(chromium.executablePath())) return {};
  const executablePath = installedBrowsers.find((path) => existsSync(path));
  return executablePath ? { executablePath, args: quietly } : {};
}
