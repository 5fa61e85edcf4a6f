import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { type Body, citationSchemes } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import { isDay } from "~/domain/days";
import type { WordUpload } from "~/importers/word/read-word-upload";
import { longestText, mostComments } from "~/importers/word/word-comments";

/**
 * What was read from a Word file travels in the preview's form and comes back
 * with the choice, so that nothing is stored for somebody who thinks again and
 * nothing is lost on a refusal. Nothing of it is believed: it is checked like
 * any text that a person sends, and it can say no more than they could type.
 */
export function packUpload(upload: WordUpload): string {
  return gzipSync(JSON.stringify(upload)).toString("base64url");
}

const mostUnpacked = 16 * 1024 * 1024;

/** Null when it is not what a preview sends. */
export function unpackUpload(packed: unknown): WordUpload | null {
  if (typeof packed !== "string" || packed === "") return null;
  try {
    const bytes = gunzipSync(Buffer.from(packed, "base64url"), {
      maxOutputLength: mostUnpacked,
    });
    const read = upload.safeParse(JSON.parse(bytes.toString("utf8")));
    return read.success ? read.data : null;
  } catch {
    // Not base64, not gzip, too large or no JSON: all the same to a form.
    return null;
  }
}

const body = z.unknown().transform((value, context): Body => {
  const parsed = parseBody(value);
  if (parsed.ok) return parsed.content;
  context.addIssue({ code: "custom", message: "not a body" });
  return z.NEVER;
});
const text = z.string().max(longestText);
const day = z.string().refine(isDay).nullable();
const citation = z.object({
  scheme: z.enum(citationSchemes),
  id: text,
  label: text,
});

const upload = z.object({
  file: text,
  title: text.nullable(),
  base: body,
  proposed: z.union([z.null(), body]),
  changes: z.array(
    z.object({
      kind: z.enum(["added", "removed", "moved", "format", "table"]),
      by: text,
      on: day,
      words: z.string(),
    }),
  ),
  comments: z
    .array(
      z.object({
        id: text,
        by: text,
        on: day,
        text,
        quotation: text,
        prefix: text,
        suffix: text,
      }),
    )
    .max(mostComments),
  references: z.array(
    z.object({ text: z.string(), citation: citation.nullable() }),
  ),
  citations: z.number(),
  dropped: z.array(
    z.object({
      rule: text,
      severity: z.enum(["blocks", "warns", "hints"]),
      message: text,
      excerpt: z.string(),
      suggestion: text.nullable(),
    }),
  ),
});
