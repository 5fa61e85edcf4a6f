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

const alternate = optionalId;

/** Who is asked next, in order; empty places are left out. */
export const alternatesForm = z
  .object({
    roundId: z.uuid(),
    expertise: z.string().min(1).max(60),
    "alternate-0": alternate,
    "alternate-1": alternate,
    "alternate-2": alternate,
  })
  .transform(({ roundId, expertise, ...named }) => ({
    roundId,
    expertise,
    people: Object.values(named).filter((id) => id !== null),
  }));

export const colleagueDecisionForm = z.object({
  colleagueId: z.uuid(),
  decided: z.enum(["taken_up", "set_aside"]),
});
