import type { RequestHandler } from "express";
import { answerPlainly } from "./plain-answer.server";

/** Stopping a digest: the key in the address is the right to do it, and mail programs ask without a page. */
const byKeyAlone = /^\/stop-digests\/[\w-]{43}$/;
/** The API knows a caller by the token in the request alone, never by a cookie that a browser adds. */
const byTokenAlone = /^\/api\/v1\//;

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from a page of ours: the
 * browser says same-origin, or, where it does not say, the Origin is ours. A
 * request with neither is refused.
 */
export function isFromOurPages(
  request: {
    method: string;
    fetchSite: string | undefined;
    origin: string | undefined;
  },
  ourOrigin: string,
): boolean {
  if (harmless.has(request.method)) return true;
  if (request.fetchSite) return request.fetchSite === "same-origin";
  return request.origin === ourOrigin;
}

/**
 * Refuses what is not from our pages, before Remix, whose own check leaves
 * resource routes out and believes X-Forwarded-Host. Afterwards the headers
 * that Remix would judge by are the ones we stand for.
 */
export function originCheck(ourOrigin: string): RequestHandler {
  const { host, protocol } = new URL(ourOrigin);
  return (request, response, next) => {
    const isOurs =
      byKeyAlone.test(request.path) ||
      byTokenAlone.test(request.path) ||
      isFromOurPages(
        {
          method: request.method,
          fetchSite: request.get("sec-fetch-site"),
          origin: request.get("origin"),
        },
        ourOrigin,
      );
    if (!isOurs) {
      answerPlainly(
        response,
        403,
        "This request did not come from a page of this desk, so nothing was done. Open the page here and try again.",
      );
      return;
    }
    delete request.headers.origin;
    delete request.headers["x-forwarded-host"];
    request.headers.host = host;
    if (protocol === "https:") request.headers["x-forwarded-proto"] = "https";
    next();
  };
}
