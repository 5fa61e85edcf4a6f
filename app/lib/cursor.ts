import { z } from "zod";

const base64url = /^[\w-]{4,8000}$/;

/** Where a list goes on, as one word that means nothing to whoever holds it. */
export function writeCursor(place: readonly string[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(place));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** A `cursor` of a list whose places have the form of `place`; null without one. */
export function cursorOf<Place extends z.ZodType>(place: Place) {
  return z
    .string()
    .describe("`nextCursor` of the answer before; without one, the beginning.")
    .optional()
    .transform((cursor, context): z.output<Place> | null => {
      if (cursor === undefined) return null;
      const read = place.safeParse(decode(cursor));
      if (read.success) return read.data;
      context.addIssue({
        code: "custom",
        message: "Send nextCursor of the answer before, as it came.",
      });
      return z.NEVER;
    });
}

function decode(cursor: string): unknown {
  if (!base64url.test(cursor)) return null;
  try {
    const text = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (each) => each.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
