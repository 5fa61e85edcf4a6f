import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the package's default) with OWASP's first choice of costs. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer ones are cut off at the form; hashing a book would only cost time. */
const longestPassword = 200;

/** The form in which a password is stored; 19 MiB and some 30 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), costs);
}

/**
 * Whether a password is the one behind a hash. Without a hash the same work is
 * done, so that the time of the answer does not tell which accounts exist.
 */
export async function isPassword(
  stored: string | null,
  password: string,
): Promise<boolean> {
  const isTooLong = password.length > longestPassword;
  const typed = isTooLong ? "" : normalise(password);
  const isRight = await verify(stored ?? (await decoy()), typed, costs);
  return isRight && stored !== null && !isTooLong;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hash(crypto.randomUUID(), costs);
  return decoyHash;
}

/** The same letters may be typed as different code points on two machines. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}
