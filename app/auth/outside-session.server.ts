import { findOutsideReading, openOutsideLink } from "~/data/outside.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { hashToken, makeToken } from "~/lib/token.server";
import { environment } from "~/lib/environment.server";

const cookieName = "outside";

/**
 * Opens the link behind the button: a key of its own, good for twelve hours
 * and for this link alone. Gives the `Set-Cookie` header.
 */
export async function openOutsideSession(
  token: string,
): Promise<Outcome<string>> {
  const session = makeToken();
  const opened = await openOutsideLink(hashToken(token), hashToken(session));
  if (!opened.ok) return opened;
  const secure = environment().origin.startsWith("https:") ? "; Secure" : "";
  return done(
    `${cookieName}=${session}; Path=/outside; HttpOnly; SameSite=Lax; Max-Age=43200${secure}`,
  );
}

/** Who reads from outside, and the one version that is theirs. */
export async function findOutsideReader(request: Request) {
  const cookies = request.headers.get("Cookie") ?? "";
  const [, token] = /(?:^|;\s*)outside=([\w-]{20,100})/.exec(cookies) ?? [];
  if (!token) return refused("not_signed_in");
  const sessionId = hashToken(token);
  const reading = await findOutsideReading(sessionId);
  return reading.ok ? done({ sessionId, reading: reading.value }) : reading;
}
