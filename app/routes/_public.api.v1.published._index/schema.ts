import { z } from "zod";
import { readGeneSymbol } from "~/content/gene-symbol";
import { audiences, pageKinds } from "~/domain/words";
import { cursorOf } from "~/lib/cursor";

/** An approved symbol, in any case; null when none is asked for. */
export const geneAsked = z
  .string()
  .describe("An approved HGNC symbol, such as ROS1.")
  .optional()
  .transform((typed, context) => {
    if (typed === undefined) return null;
    const symbol = readGeneSymbol(typed);
    if (symbol !== null) return symbol;
    context.addIssue({
      code: "custom",
      message: "Send an HGNC gene symbol, such as ROS1 or C9orf72.",
    });
    return z.NEVER;
  });

/** The address of a page: small letters, figures and single hyphens. */
export const slugForm = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const publishedQuery = z.strictObject({
  gene: geneAsked,
  cursor: cursorOf(z.tuple([slugForm])),
});

/** What every answer about a page begins with. */
export const listedPublished = z.strictObject({
  slug: z.string(),
  url: z.url().describe("Where readers have it."),
  title: z.string(),
  kind: z.enum(pageKinds),
  audience: z.enum(audiences),
  language: z.string().describe("BCP 47, such as en-GB."),
  genes: z.array(z.string()),
  state: z.enum(["live", "due_soon", "overdue"]),
  overdue: z
    .boolean()
    .describe("Today, in the desk’s time zone, is after nextDue."),
  lastReviewed: z.iso.date(),
  nextDue: z.iso.date(),
  publishedOn: z.iso.date(),
  version: z.int(),
  contentSha256: z
    .string()
    .describe("Of what was signed. While it is the same, so are the words."),
});

export const publishedAnswer = z.strictObject({
  pages: z.array(listedPublished),
  nextCursor: z.string().nullable().describe("Null on the last part."),
});
export type PublishedAnswer = z.output<typeof publishedAnswer>;
