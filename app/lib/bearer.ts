import { problem } from "./problem";

/** 32 random bytes in base64url. */
const bearer = /^Bearer +([A-Za-z0-9_-]{43})$/i;

/** The token that a program sent; null when there is none of its form. */
export function bearerOf(request: Request): string | null {
  return bearer.exec(request.headers.get("Authorization") ?? "")?.[1] ?? null;
}

/** 401 in the words of RFC 6750: nothing was sent, or it does not work. */
export function unauthorised(request: Request): Response {
  const isSent = request.headers.has("Authorization");
  const challenge = 'Bearer realm="desk"';
  return problem(
    ...([401, "not_signed_in"] as const),
    isSent
      ? "This token does not work: it is mistyped, ended or over a year old, or its person has left the desk."
      : "Send a token, as Authorization: Bearer TOKEN.",
    {
      headers: {
        "WWW-Authenticate": isSent
          ? `${challenge}, error="invalid_token"`
          : challenge,
      },
    },
  );
}

/** 429 for a token that asks too often; `wait` in whole seconds. */
export function tooMany(wait: number): Response {
  return problem(
    ...([429, "too_many_requests"] as const),
    `Too many requests came with this token. Try again in ${String(wait)} s.`,
    { headers: { "Retry-After": String(wait) } },
  );
}
