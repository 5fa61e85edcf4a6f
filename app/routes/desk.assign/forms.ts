import { z } from "zod";
import { isDay } from "~/domain/days";
import { refusals } from "~/wording/refusals";

/** The most seats that one list takes. */
export const mostAtOnce = 40;

/** `spread`, or the id of the one person who is asked. */
const whom = z.union([z.literal("spread"), z.uuid()], {
  error: "Choose a person, or spread by capacity.",
});

const seat = z.string().regex(/^[0-9a-f-]{36}~[a-z_]{1,60}~\d{1,2}$/, {
  error: "A seat of the list is not known. Choose again.",
});

/** Which seats, to whom, and whether their days are spread too. */
export const chooseForm = z.object({
  seat: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z
      .array(seat)
      .min(1, { error: "Tick at least one seat." })
      .max(mostAtOnce, {
        error: `Tick at most ${String(mostAtOnce)} seats at a time.`,
      }),
  ),
  whom,
  days: z.string().optional(),
});

/** One row of the preview as the editor left it; null for a seat left empty. */
export const rowForm = z
  .object({
    seat,
    reviewerId: z.union([z.literal(""), z.uuid()]).default(""),
    reviewBy: z
      .string()
      .default("")
      .refine((text) => text === "" || isDay(text), {
        error: refusals.invalid_day.sentence,
      }),
  })
  .transform(({ seat: key, reviewerId, reviewBy }) => {
    const [roundId = "", expertise = ""] = key.split("~");
    return reviewerId === ""
      ? null
      : { key, roundId, expertise, reviewerId, reviewBy: reviewBy || null };
  });
