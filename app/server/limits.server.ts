import type { Request, RequestHandler } from "express";
import { networkOf } from "~/lib/network-of";
import { makeRateLimit } from "~/lib/rate-limit";
import { answerPlainly } from "./plain-answer.server";
import { contextOf } from "./request-context.server";

const megabyte = 1024 * 1024;

/** Ten megabytes of file are welcome; twice that are let in to be refused by name. */
const largestUpload = 25 * megabyte;
/** The text of a page is at most two megabytes, sent once with its form. */
const largestForm = 5 * megabyte;

/** Refuses a body whose length is unknown or too great before any of it is read. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  if (request.headers["transfer-encoding"] !== undefined) {
    answerPlainly(
      response,
      411,
      "The length of what was sent must be stated first.",
    );
    return;
  }
  const length = Number(request.headers["content-length"] ?? 0);
  const most = request.is("multipart/form-data") ? largestUpload : largestForm;
  if (length > most) {
    answerPlainly(
      response,
      413,
      `What was sent is larger than ${String(most / megabyte)} MB, so nothing was done. A file may have 10 MB, the text of a page 2 MB.`,
    );
    return;
  }
  next();
};

/**
 * Limits each address: reading generously, changing more tightly. A whole
 * hospital may share one address, so these hold off machines, not people;
 * sign-in attempts are counted per account elsewhere.
 */
export function addressLimit(): RequestHandler {
  const reads = makeRateLimit({ burst: 600, perSecond: 50 });
  const writes = makeRateLimit({ burst: 200, perSecond: 10 });
  return (request, response, next) => {
    const caller = networkOf(contextOf(response).clientAddress);
    const limit = isRead(request) ? reads : writes;
    const wait = limit.take(caller, performance.now());
    if (wait === 0) {
      next();
      return;
    }
    response.setHeader("Retry-After", String(wait));
    answerPlainly(
      response,
      429,
      `Too many requests came from this address. Try again in ${String(wait)} s.`,
    );
  };
}

function isRead(request: Request): boolean {
  return request.method === "GET" || request.method === "HEAD";
}
