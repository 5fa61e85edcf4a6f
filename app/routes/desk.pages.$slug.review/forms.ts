import { z } from "zod";
import { isDay } from "~/domain/days";
import { refusals } from "~/wording/refusals";

const day = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || isDay(text), {
    error: refusals.invalid_day.sentence,
  })
  .transform((text) => (text === "" ? null : text));

const optionalId = z
  .string()
  .default("")
  .transform((id) => (id === "" ? null : id))
  .pipe(z.uuid().nullable());

/** One named reviewer for one seat. */
export const assignForm = z.object({
  roundId: z.uuid(),
  expertise: z.string().min(1).max(60),
  answers: optionalId,
  reviewerId: z.uuid({ error: "Choose a reviewer." }),
  respondBy: day,
  reviewBy: day,
});

export const assignmentForm = z.object({ assignmentId: z.uuid() });

export const versionForm = z.object({ versionId: z.uuid() });
