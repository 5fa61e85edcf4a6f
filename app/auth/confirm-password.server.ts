import {
  findAccount,
  recordAttempt,
  recordSuccess,
} from "~/data/credentials.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { networkOf } from "~/lib/network-of";
import { isPassword } from "~/lib/password-hash.server";
import { hashToken } from "~/lib/token.server";

/**
 * Whether this password belongs to this mail address; gives the person's id.
 * At most 10 wrong tries for an account and 50 from an address in fifteen
 * minutes. An unknown account, one without a password and a wrong password
 * are told apart neither by the answer nor by its time.
 */
export async function confirmPassword(tried: {
  email: string;
  password: string;
  address: string;
}): Promise<Outcome<string>> {
  const email = tried.email.trim();
  // Hashed, because people type passwords into the wrong field.
  const attempt = await recordAttempt(
    hashToken(email.toLowerCase()),
    networkOf(tried.address),
  );
  if (attempt === null) return refused("too_many_attempts");
  const account = await findAccount(email);
  const isRight = await isPassword(
    account?.passwordHash ?? null,
    tried.password,
  );
  if (!account || !isRight) return refused("wrong_sign_in");
  await recordSuccess(attempt);
  if (!account.isActive) return refused("person_inactive");
  return done(account.personId);
}
