import type { Response } from "express";
import { contextOf } from "./request-context.server";

/** The stable codes of what is refused before any route is asked. */
const codes: Record<number, string> = {
  400: "invalid_address",
  403: "forbidden",
  404: "not_found",
  411: "length_required",
  413: "too_large",
  429: "too_many_requests",
};

/**
 * Refuses in one sentence with the reference code, where no page can be drawn;
 * to programs in the form that all their refusals have.
 */
export function answerPlainly(
  response: Response,
  status: number,
  sentence: string,
): void {
  const { requestId } = contextOf(response);
  response.status(status).setHeader("Cache-Control", "no-store");
  if (response.req.path.startsWith("/api/")) {
    const title = codes[status] ?? "accident";
    const body = { type: "about:blank", title, status, detail: sentence };
    response
      .type("application/problem+json")
      .send(JSON.stringify({ ...body, reference: requestId }));
    return;
  }
  response.type("text/plain").send(`${sentence}\nReference: ${requestId}\n`);
}
