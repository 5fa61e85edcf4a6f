import { createHash, randomBytes, randomInt } from "node:crypto";

/** A secret of 256 random bits, safe in a cookie and in an address. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: what is stored of a token, so that the table holds none. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A code of six digits that somebody copies from a mail. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** What is stored of a code: its hash together with the id of what it is for. */
export function hashCode(codeId: string, code: string): string {
  return hashToken(`${codeId} ${code}`);
}
