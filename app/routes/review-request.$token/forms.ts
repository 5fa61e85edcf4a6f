import { z } from "zod";
import { isMailAddress } from "~/lib/mail-address";
import { lineOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const text = z
  .string()
  .trim()
  .max(2000, { error: "Use at most 2000 characters." })
  .default("");

/** A colleague who could review instead. */
export const colleagueForm = z.object({
  colleagueName: lineOf("Give your colleague’s name."),
  colleagueAddress: lineOf(refusals.invalid_address.sentence, 254).refine(
    isMailAddress,
    { error: refusals.invalid_address.sentence },
  ),
  colleagueNote: text,
  declines: z
    .enum(["yes", "no"])
    .default("no")
    .transform((said) => said === "yes"),
});

export const declineForm = z.object({ declineReason: text });

/** The proposal that a form holds, as the act takes it. */
export function proposalOf(form: z.output<typeof colleagueForm>) {
  return {
    name: form.colleagueName,
    email: form.colleagueAddress,
    note: form.colleagueNote,
    declines: form.declines,
  };
}

/** The field that each refusal of a proposal is about. */
export const colleagueFields = {
  name_missing: "colleagueName",
  invalid_address: "colleagueAddress",
  already_proposed: "colleagueAddress",
} as const;
