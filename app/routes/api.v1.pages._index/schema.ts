import { z } from "zod";
import { isDay } from "~/domain/days";
import { deskStates, pageKinds, publicStates } from "~/domain/words";
import { cursorOf } from "~/lib/cursor";
import { geneAsked } from "../_public.api.v1.published._index/schema";

const states = [...new Set([...deskStates, ...publicStates])];
const wordsSentence = "Send at most 100 characters, on one line.";

export const pagesQuery = z.strictObject({
  state: z
    .enum(states, { error: `One of ${states.join(", ")}.` })
    .describe("A state at the desk or a state for readers.")
    .optional()
    .transform((state) => state ?? null),
  gene: geneAsked,
  q: z
    .string()
    .max(100, { error: wordsSentence })
    .regex(/^\P{Cc}*$/u, { error: wordsSentence })
    .default("")
    .describe("Part of a title, of an address or of a gene symbol."),
  cursor: cursorOf(
    z.tuple([
      z.string().refine((day) => day === "infinity" || isDay(day)),
      z.string().regex(/^[^\0]*$/),
      z.uuid(),
    ]),
  ),
});

/** How a page of the desk stands; none of its text. */
export const deskPageSummary = z.strictObject({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(pageKinds),
  language: z.string(),
  genes: z.array(z.string()),
  owner: z.string().nullable(),
  collection: z.string().nullable(),
  deskState: z.enum(deskStates),
  publicState: z.enum(publicStates),
  correctionState: z
    .enum(deskStates)
    .nullable()
    .describe("Of an open safety correction that was submitted."),
  newestVersion: z.int().nullable(),
  lastReviewed: z.iso.date().nullable(),
  nextDue: z.iso.date().nullable(),
  daysOverdue: z.int().nullable(),
  deskUrl: z.url(),
});
export type DeskPageSummary = z.output<typeof deskPageSummary>;

export const pagesAnswer = z.strictObject({
  pages: z.array(deskPageSummary),
  nextCursor: z.string().nullable().describe("Null on the last part."),
});
export type PagesAnswer = z.output<typeof pagesAnswer>;
