import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 random bits, safe in a cookie and in an address. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: what is stored of a token, so that the table holds none. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
