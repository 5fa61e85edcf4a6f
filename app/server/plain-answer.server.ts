import type { Response } from "express";
import { contextOf } from "./request-context.server";

/** Refuses in one sentence with the reference code, where no page can be drawn. */
export function answerPlainly(
  response: Response,
  status: number,
  sentence: string,
): void {
  const { requestId } = contextOf(response);
  response
    .status(status)
    .setHeader("Cache-Control", "no-store")
    .type("text/plain")
    .send(`${sentence}\nReference: ${requestId}\n`);
}
