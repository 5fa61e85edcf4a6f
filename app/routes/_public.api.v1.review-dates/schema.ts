import { z } from "zod";
import { publicStates } from "~/domain/words";

/** The review calendar of every public page, as a program gets it. */
export const reviewDatesAnswer = z.array(
  z.strictObject({
    slug: z.string(),
    title: z.string(),
    gene: z.string().nullable(),
    lastReviewed: z.iso.date(),
    nextDue: z.iso.date(),
    overdue: z.boolean(),
    state: z.enum(publicStates),
  }),
);
