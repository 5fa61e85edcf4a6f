import { createHash } from "node:crypto";
import { isHeld } from "./if-none-match";

/** Programs of any site may read what every reader may. */
export const anySite = { "Access-Control-Allow-Origin": "*" };

/**
 * What every reader may have, as JSON. At midnight a date alone can change it:
 * it may be kept, and is asked for again each time, which costs no bytes while
 * it is the same.
 */
export function publicJson(request: Request, value: unknown): Response {
  const body = JSON.stringify(value);
  const sha = createHash("sha256").update(body).digest("base64url");
  const tag = `W/"${sha}"`;
  const headers = {
    ...{ ...anySite, ETag: tag },
    "Cache-Control": "public, max-age=0, must-revalidate",
  };
  if (isHeld(request, tag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, "Content-Type": "application/json; charset=utf-8" },
  });
}
