import { z } from "zod";
import { isDay } from "~/domain/days";
import { refusals } from "~/wording/refusals";

const sha = z.string().regex(/^[0-9a-f]{64}$/);

export const publishForm = z.object({ versionId: z.uuid() });

/** An hour on the desk's own clock, signed for with a password. */
const hourFields = {
  sha,
  day: z
    .string({ error: "Give the day." })
    .refine(isDay, { error: refusals.invalid_day.sentence }),
  time: z
    .string({ error: "Give the time, for example 09:30." })
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
      error: "Give the time as hours and minutes, for example 09:30.",
    }),
  password: z
    .string({ error: "Enter your password to sign." })
    .min(1, { error: "Enter your password to sign." }),
};

export const scheduleForm = z.object({ versionId: z.uuid(), ...hourFields });

/** The same for all of a set, by the hash over its texts. */
export const setScheduleForm = z.object({ setId: z.uuid(), ...hourFields });

export const cancelForm = z.object({ scheduleId: z.uuid() });

export const readerForm = z.object({
  personId: z.uuid({ error: "Choose an editor." }),
});

export const confidentialForm = z.object({
  until: z
    .string()
    .default("")
    .refine((text) => text === "" || isDay(text), {
      error: refusals.invalid_day.sentence,
    })
    .transform((text) => (text === "" ? null : text)),
});
