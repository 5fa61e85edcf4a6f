import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise, Role } from "~/domain/words";
import { sendInvitation } from "./send-invitation.server";

export type InvitedPerson = {
  email: string;
  name: string;
  prefix: string;
  credentials: string;
  affiliation: string;
  /** Empty when there is none. */
  orcid: string;
  roles: Role[];
  expertise: Expertise[];
};

/**
 * Adds a person and mails them a link with which they set their password.
 * Gives their id. Should the link fail, the person stands and can be invited
 * again from their screen.
 */
export async function invitePerson(
  sessionId: string,
  person: InvitedPerson,
): Promise<Outcome<string>> {
  const added = await runAct<string>(appPool(), "invite_person", [
    ...[sessionId, person.email, person.name, person.prefix],
    ...[person.credentials, person.affiliation, person.orcid],
    ...[person.roles, person.expertise],
  ]);
  if (!added.ok) return added;
  const sent = await sendInvitation(sessionId, added.value);
  return sent.ok ? added : sent;
}
