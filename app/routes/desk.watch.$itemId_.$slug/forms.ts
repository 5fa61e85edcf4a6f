import { z } from "zod";
import { isDay } from "~/domain/days";
import { withdrawalTypes } from "~/domain/words";
import { textOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const shared = {
  /** The hash of the live text that was on the screen. */
  sha: z.string().regex(/^[0-9a-f]{64}$/),
  reason: textOf(refusals.reason_missing.sentence, 5000),
};
const blockIds = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z
    .array(z.string().min(1).max(200), { error: "Choose at least one block." })
    .min(1, { error: "Choose at least one block." })
    .max(200),
);

/** What each decision needs besides its reason. */
export const triageForms = {
  no_effect: z.object({
    ...shared,
    password: z
      .string({ error: "Type your password." })
      .min(1, { error: "Type your password." }),
  }),
  review_brought_forward: z.object({
    ...shared,
    due: z
      .string({ error: "Give the earlier day." })
      .refine(isDay, { error: refusals.invalid_day.sentence }),
  }),
  safety_correction: z.object({ ...shared, blockIds }),
  withheld: z.object({ ...shared, blockIds }),
  withdrawn: z.object({
    ...shared,
    type: z.enum(withdrawalTypes, { error: "Choose why it is withdrawn." }),
  }),
} as const;
