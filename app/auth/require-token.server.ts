import { findTokenReader, type TokenReader } from "~/data/token-reader.server";
import { bearerOf, tooMany, unauthorised } from "~/lib/bearer";
import { makeRateLimit } from "~/lib/rate-limit";
import { hashToken } from "~/lib/token.server";

/** Each token may read so often at once and ten times a second after, besides what its address may. */
const perToken = makeRateLimit({ burst: 200, perSecond: 10 });

/** For whom a program reads, or what it is answered instead: 401, 429. */
export async function requireToken(
  request: Request,
): Promise<TokenReader | Response> {
  const token = bearerOf(request);
  if (token === null) return unauthorised(request);
  const wait = perToken.take(hashToken(token), performance.now());
  if (wait > 0) return tooMany(wait);
  const reader = await findTokenReader(token);
  return reader.ok ? reader.value : unauthorised(request);
}
