import { recordGrant, type SigningAct } from "~/data/credentials.server";
import { markReauthenticated } from "~/data/sessions.server";
import { done, type Outcome } from "~/domain/outcome";
import type { SignedInPerson } from "~/domain/signed-in-person";
import { hashToken, makeToken } from "~/lib/token.server";
import { confirmPassword } from "./confirm-password.server";

/**
 * Confirms by password that it is the person, and grants one signature: this
 * act, this text, this session, within five minutes, once. Gives the grant's
 * id for the signing function. Wrong tries count like those of signing in.
 */
export async function grantSignature(wanted: {
  person: Pick<SignedInPerson, "id" | "email">;
  sessionId: string;
  act: SigningAct;
  contentSha256: string;
  password: string;
  /** Who is asking, as `context.clientAddress` says. */
  address?: string;
}): Promise<Outcome<string>> {
  const { person, sessionId, act, contentSha256, password } = wanted;
  const confirmed = await confirmPassword({
    email: person.email,
    password,
    address: wanted.address ?? `session ${sessionId}`,
  });
  if (!confirmed.ok) return confirmed;
  const id = hashToken(makeToken());
  await recordGrant({
    id,
    personId: person.id,
    sessionId,
    act,
    contentSha256,
  });
  await markReauthenticated(sessionId);
  return done(id);
}
