import { z } from "zod";
import { audiences, pageKinds } from "~/domain/words";
import { lineOf, optionalLine, parseForm, severalOf } from "~/lib/parse-form";
import { placeOptions } from "~/wording/places";

const placeCodes = placeOptions.map(({ value }) => value);

const newPage = z.object({
  title: lineOf("Give the page a title.", 300),
  slug: optionalLine(120),
  kind: z.enum(pageKinds, { error: "Choose what kind of page it is." }),
  audience: z.enum(audiences, { error: "Choose whom the page is for." }),
  language: z
    .string({ error: "Name the language, such as en-GB." })
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, {
      error: "Write the language as its tag, such as en-GB or cy.",
    }),
  jurisdictions: severalOf(
    placeCodes,
    "Choose the places from the list.",
  ).refine((places) => places.length > 0, {
    error: "Choose at least one place where the page applies.",
  }),
  genes: optionalLine(300),
  begin: z.enum(["sections", "empty"], {
    error: "Choose how the page begins.",
  }),
  owner: z.uuid({ error: "Name the person who is answerable for this page." }),
  collection: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => id || null),
});

/** What was typed for a new page, with a sentence for each field that is wrong. */
export function readNewPage(form: FormData) {
  return parseForm(newPage, form);
}
