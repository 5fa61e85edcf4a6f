import { setPassword } from "~/data/accounts.server";
import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isWeakPassword } from "~/domain/password-rules";
import type { Expertise, Role } from "~/domain/words";
import { hashPassword } from "~/lib/password-hash.server";
import { absolute, paths } from "~/lib/paths";
import { hashToken, makeToken } from "~/lib/token.server";

export type OperatorsPerson = {
  email: string;
  name: string;
  credentials: string;
  affiliation: string;
  roles: Role[];
  expertise: Expertise[];
};

/** `invitation` is the one-time link; null when a password was given. */
export type AddedPerson = { personId: string; invitation: string | null };

/**
 * Adds a person for whom the operator of the desk vouches, expertise included.
 * With a password they can sign in at once; without one they are mailed a link,
 * good for 14 days, which is given back too.
 */
export async function addPersonAsOperator(
  origin: string,
  person: OperatorsPerson,
  password: string | null,
): Promise<Outcome<AddedPerson>> {
  if (password !== null && isWeakPassword(password, person)) {
    return refused("weak_password");
  }
  const added = await runAct<string>(authPool(), "operator_add_person", [
    ...[person.email, person.name, "", person.credentials],
    ...[person.affiliation, null, person.roles, person.expertise],
  ]);
  if (!added.ok) return added;
  const personId = added.value;
  if (password !== null) {
    await setPassword(personId, await hashPassword(password));
    return done({ personId, invitation: null });
  }
  const token = makeToken();
  const invitation = absolute(origin, paths.invitation(token));
  const invited = await runAct(authPool(), "record_invitation", [
    ...[null, personId, hashToken(token)],
  ]);
  return invited.ok ? done({ personId, invitation }) : invited;
}
