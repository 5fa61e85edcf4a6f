import type { ActionFunctionArgs } from "@remix-run/node";
import { raiseWatchItemByToken } from "~/commands/raise-watch-item-by-token.server";
import { bearerOf, tooMany, unauthorised } from "~/lib/bearer";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import { problem } from "~/lib/problem";
import { makeRateLimit } from "~/lib/rate-limit";
import { hashToken } from "~/lib/token.server";
import { wordRefusal } from "~/wording/refusals";
import { watchItemBody } from "./schema";

const largestBody = 64 * 1024;
/** Each token may send so many at once and one a second after, besides what its address may. */
const perToken = makeRateLimit({ burst: 60, perSecond: 1 });

/** Which field a refusal of the database is about. */
const fields: Record<string, string> = {
  subject_missing: "subject.id",
  subject_unknown: "subject.id",
  what_missing: "what",
  day_not_past: "happenedOn",
  address_not_web: "address",
  invalid_form: "onceKey",
};

export function loader(): Response {
  return problem(405, "method_not_allowed", "Send a watch item with POST.", {
    headers: { Allow: "POST" },
  });
}

/** Enters a watch item for the person whose token it is; 201 with its id and address. */
export async function action({
  request,
}: Pick<ActionFunctionArgs, "request">): Promise<Response> {
  if (request.method !== "POST") return loader();
  const token = bearerOf(request);
  if (token === null) return unauthorised(request);
  const wait = perToken.take(hashToken(token), performance.now());
  if (wait > 0) return tooMany(wait);
  const sent = await readJson(request);
  if (sent instanceof Response) return sent;
  const body = watchItemBody.safeParse(sent);
  if (!body.success)
    return problem(422, "invalid_form", "Something sent is wrong.", {
      errors: body.error.issues.map(({ path, message }) => ({
        ...{ field: path.join("."), message },
      })),
    });
  const outcome = await raiseWatchItemByToken(token, body.data);
  if (!outcome.ok) {
    const { because } = outcome;
    if (because === "not_signed_in") return unauthorised(request);
    const { status, sentence } = wordRefusal(because);
    const field = fields[because];
    return problem(status, because, sentence, {
      errors: field ? [{ field, message: sentence }] : undefined,
    });
  }
  const url = absolute(environment().origin, paths.watchItem(outcome.value));
  return Response.json(
    { id: outcome.value, url },
    { status: 201, headers: { Location: url, "Cache-Control": "no-store" } },
  );
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json(?:\s*;|$)/i.test(type))
    return problem(415, "wrong_type", "Send JSON, as application/json.");
  const text = await request.text();
  if (text.length > largestBody)
    return problem(413, "too_large", "A watch item has at most 64 kB.");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return problem(400, "not_json", "What was sent is not JSON.");
  }
}
