import { randomBytes } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { RequestHandler, Response } from "express";
import {
  listMailTemplates,
  mailWordsDesk,
  previewMail,
} from "~/jobs/preview-mail.server";
import { makeRequestId } from "~/lib/request-id";

/** Gives each request its id, nonce and caller, kept on the response. */
export const requestContext: RequestHandler = (request, response, next) => {
  const context: AppLoadContext = {
    cspNonce: randomBytes(16).toString("base64"),
    requestId: makeRequestId(),
    clientAddress: request.ip ?? "unknown",
    previewMail,
    listMailTemplates,
    mailWords: mailWordsDesk,
  };
  response.locals.context = context;
  response.setHeader("X-Request-Id", context.requestId);
  next();
};

/** The context that `requestContext` made for this response. */
export function contextOf(response: Response): AppLoadContext {
  // Express types `locals` as anything; only `requestContext` writes this key.
  return response.locals.context as AppLoadContext;
}
