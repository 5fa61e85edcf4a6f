import { z } from "zod";
import { isDay } from "~/domain/days";
import { noticeTypes, withdrawalTypes } from "~/domain/words";
import { textOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const reason = textOf(refusals.reason_missing.sentence, 5000);

export const reasonForm = z.object({ reason });

export const renameForm = z.object({
  slug: z
    .string({ error: refusals.invalid_slug.sentence })
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: refusals.invalid_slug.sentence,
    })
    .max(120, { error: "Use at most 120 characters." }),
  reason,
});

export const withdrawForm = z.object({
  type: z.enum(withdrawalTypes, { error: "Choose why it is withdrawn." }),
  isPermanent: z
    .string()
    .default("")
    .transform((sent) => sent === "yes"),
  reason,
});

export const withholdForm = z.object({
  blockId: z
    .string({ error: "Choose the block." })
    .min(1, { error: "Choose the block." })
    .max(100),
  reason,
});

export const returnForm = z.object({ withheldId: z.uuid(), reason });

/** The notices that an editor may put up; the desk itself adds one more. */
export const typedNotices = noticeTypes.filter(
  (type) => type !== "name_removed",
);

export const noticeForm = z.object({
  type: z.enum(typedNotices, { error: "Choose the notice." }),
  reason,
});

export const takeDownForm = z.object({ noticeId: z.uuid(), reason });

export const dateForm = z.object({
  due: z
    .string({ error: "Give the earlier day." })
    .refine(isDay, { error: refusals.invalid_day.sentence }),
  reason,
});
