import {
  dropEndedSessions,
  moveSessionEnd,
  replaceSession,
  type SessionPurpose,
} from "~/data/sessions.server";
import type { SignedInPerson } from "~/domain/signed-in-person";
import { hashToken, makeToken } from "~/lib/token.server";
import { idleMinutes } from "~/policy/person-roles";
import { lucia } from "./lucia.server";

/** Who is signed in, and the id under which SQL knows the session. */
export type SignedIn = {
  person: SignedInPerson;
  /** SHA-256 of the cookie's token: the first argument of every act. */
  sessionId: string;
  isDemo: boolean;
  /** `renewToken` has something to do. */
  isRenewalDue: boolean;
};

/** Who sends this request, or null; their idle end moves on. */
export async function findSignedIn(request: Request): Promise<SignedIn | null> {
  const token = tokenOf(request);
  if (!token) return null;
  const sessionId = hashToken(token);
  const { session, user } = await lucia().validateSession(sessionId);
  if (!session) return null;
  const { person } = user;
  await moveSessionEnd(sessionId, idleMinutes(person.roles));
  return {
    person,
    sessionId,
    isDemo: session.purpose === "demo",
    isRenewalDue: session.isRenewalDue,
  };
}

/**
 * Signs a person in under a token that nobody has seen before, and signs out
 * whoever this browser was. Gives the `Set-Cookie` header.
 */
export async function openSession(
  request: Request,
  personId: string,
  purpose: SessionPurpose = "browser",
): Promise<string> {
  await closeSession(request);
  await dropEndedSessions();
  const token = makeToken();
  await lucia().createSession(
    personId,
    { purpose, isRenewalDue: false },
    { sessionId: hashToken(token) },
  );
  return lucia().createSessionCookie(token).serialize();
}

/** Signs this browser out. Gives the `Set-Cookie` header. */
export async function closeSession(request: Request): Promise<string> {
  const token = tokenOf(request);
  if (token) await lucia().invalidateSession(hashToken(token));
  return lucia().createBlankSessionCookie().serialize();
}

/**
 * Gives the session a new token once the person has confirmed their password
 * or changed their roles; whoever stole the old one is left outside. Gives the
 * `Set-Cookie` header, or null when nothing is due or another request of the
 * same screen was first.
 */
export async function renewToken(signedIn: SignedIn): Promise<string | null> {
  if (!signedIn.isRenewalDue) return null;
  const token = makeToken();
  const isFirst = await replaceSession(signedIn.sessionId, hashToken(token));
  return isFirst ? lucia().createSessionCookie(token).serialize() : null;
}

function tokenOf(request: Request): string | null {
  return lucia().readSessionCookie(request.headers.get("Cookie") ?? "");
}
