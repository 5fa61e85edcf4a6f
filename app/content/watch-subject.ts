import type { WatchSubject } from "~/domain/watch-items";
import { citationId } from "./citation-ids";
import { isHgvs } from "./hgvs";

/**
 * What an outside event is about as the desk looks it up, or null when it has
 * not the form of its kind: an identifier as citations have it (see
 * `citationId`), a gene symbol of letters, figures and hyphens, a variant in
 * HGVS form, the slug of a page, bare or as its address, any name of a therapy
 * or guideline of three to 300 characters. Checks the form, not that it exists.
 */
export function readWatchSubject(
  kind: WatchSubject,
  typed: string,
): string | null {
  const text = typed.trim().replaceAll(/\s+/g, " ");
  switch (kind) {
    case "gene":
      return /^[A-Za-z][A-Za-z0-9-]{0,24}$/.test(text) ? text : null;
    case "variant":
      return isHgvs(text) ? text : null;
    case "page": {
      const slug = /(?:^|\/pages\/)([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/.exec(text);
      return slug?.[1] ?? null;
    }
    case "therapy":
      return text.length >= 3 && text.length <= 300 ? text : null;
    case "guideline":
      return /[\p{L}\p{N}]{2}/u.test(text) && text.length >= 3
        ? citationId(kind, text)
        : null;
    default:
      return citationId(kind, text);
  }
}
