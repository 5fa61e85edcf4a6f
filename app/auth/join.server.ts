import {
  acceptInvitation as acceptByHash,
  findInvitation as findByHash,
  hasPeople,
  type Invited,
  isSetUpToken,
  setUpFirstAdmin,
} from "~/data/accounts.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isWeakPassword } from "~/domain/password-rules";
import { hashPassword } from "~/lib/password-hash.server";
import { hashToken } from "~/lib/token.server";

/** Whom this invitation is for, or why its link no longer works. */
export function findInvitation(token: string): Promise<Outcome<Invited>> {
  return findByHash(hashToken(token));
}

/** Sets the password of the invited person. The link works once, for 14 days. */
export async function acceptInvitation(
  token: string,
  password: string,
): Promise<Outcome<Invited>> {
  const invited = await findInvitation(token);
  if (!invited.ok) return invited;
  if (isWeakPassword(password, invited.value)) return refused("weak_password");
  return acceptByHash(hashToken(token), await hashPassword(password));
}

/** Whether this link may set the desk up: nobody has an account, and it is unused. */
export async function checkSetUp(token: string): Promise<Outcome> {
  if (await hasPeople()) return refused("already_set_up");
  const isRight = await isSetUpToken(hashToken(token));
  return isRight ? done(null) : refused("not_found");
}

/** Makes the first admin, who is an editor too. Gives their id. */
export async function setUp(
  token: string,
  person: {
    email: string;
    name: string;
    credentials: string;
    password: string;
  },
): Promise<Outcome<string>> {
  const may = await checkSetUp(token);
  if (!may.ok) return may;
  if (isWeakPassword(person.password, person)) return refused("weak_password");
  const passwordHash = await hashPassword(person.password);
  return setUpFirstAdmin(hashToken(token), person, passwordHash);
}
