import { z } from "zod";
import { isOrcid, tidyOrcid } from "~/domain/orcid";
import { lineOf, optionalLine, severalOf } from "~/lib/parse-form";
import { languageOptions } from "~/wording/languages";
import { refusals } from "~/wording/refusals";

/** An ORCID iD as typed or pasted; empty is none. */
export const orcidField = z
  .string()
  .max(100, { error: "An ORCID iD has sixteen digits." })
  .transform(tidyOrcid)
  .refine((typed) => typed === "" || isOrcid(typed), {
    error: refusals.invalid_orcid.sentence,
  })
  .default("");

const capacity = "Give a whole number from 0 to 50.";

/** What everybody may change of themselves; topics are read from their rows. */
export const ownForm = z.object({
  orcid: orcidField,
  languages: severalOf(
    languageOptions.map(({ value }) => value),
    "Choose languages from the list.",
  ),
  capacity: z
    .string({ error: capacity })
    .trim()
    .regex(/^\d{1,2}$/, { error: capacity })
    .transform(Number)
    .refine((most) => most <= 50, { error: capacity }),
});

/** The whole record, for an editor. */
export const recordForm = ownForm.extend({
  name: lineOf("Give the person's full name, without title and degrees."),
  prefix: optionalLine(40),
  credentials: optionalLine(),
  affiliation: optionalLine(),
});
