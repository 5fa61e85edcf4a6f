import type { ErrorRequestHandler } from "express";
import { logAccident } from "~/lib/log.server";
import { answerPlainly } from "./plain-answer.server";
import { contextOf } from "./request-context.server";

/** The last resort, when not even an error page could be drawn. */
export const lastResort: ErrorRequestHandler = (
  error: unknown,
  request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (hasStatus(error, 404)) {
    answerPlainly(response, 404, "There is nothing at this address.");
    return;
  }
  if (hasStatus(error, 400)) {
    answerPlainly(
      response,
      400,
      "This address cannot be read. Copy the whole of it again from where you found it.",
    );
    return;
  }
  const { requestId } = contextOf(response);
  logAccident(error, { act: `${request.method} ${request.path}`, requestId });
  answerPlainly(
    response,
    500,
    "Something broke on our side. Nothing that was saved before is lost. Try again, or send the reference to whoever runs this desk.",
  );
};

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof Error && "status" in error && error.status === status;
}
