import { createHash } from "node:crypto";
import { canonicalContent } from "./canonical";
import type { PageContent } from "./page-content";

/**
 * SHA-256 of the canonical content as UTF-8, in small hexadecimal: what an
 * approval names. PostgreSQL's `sha256` over the stored text is the same.
 */
export function contentSha256(content: PageContent): string {
  return createHash("sha256").update(canonicalContent(content)).digest("hex");
}
