import type { RequestHandler } from "express";
import { logLine } from "~/lib/log.server";
import { contextOf } from "./request-context.server";

/** One line for each request when it ends. No query, no address, no secret. */
export const accessLog: RequestHandler = (request, response, next) => {
  const from = performance.now();
  const { method, path } = request;
  response.on("close", () => {
    const took = Math.round(performance.now() - from);
    const ended = response.writableFinished ? "" : " cut off";
    logLine(
      `${contextOf(response).requestId} ${method} ${withoutSecrets(path)} ${String(response.statusCode)} ${String(took)} ms${ended}`,
    );
  });
  next();
};

/** A path with each long secret (an invitation, a calendar) replaced by "…". */
export function withoutSecrets(path: string): string {
  return path
    .split("/")
    .map((part) => {
      const [name = "", ...ending] = part.split(".");
      return isSecret(name) ? ["…", ...ending].join(".") : part;
    })
    .join("/");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isSecret(name: string): boolean {
  return /^[A-Za-z0-9_-]{24,}$/.test(name) && /\d/.test(name)
    ? !uuid.test(name) && !isSlug(name)
    : false;
}

/** Addresses of pages are words in lower case, joined by hyphens. */
function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(name);
}
