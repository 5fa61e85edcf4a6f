const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A code for one request, ten characters that cannot be misread aloud (no i,
 * l, o or u). It stands in the log and on the screen of whoever met an error.
 */
export function makeRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => letters[byte % 32]).join("");
}
