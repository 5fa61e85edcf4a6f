import { z } from "zod";
import { expertises, roundKinds } from "~/domain/words";
import { optionalText, parseForm, textOf } from "~/lib/parse-form";

const submission = z.object({
  revision: z.coerce
    .number({ error: "Open this screen again." })
    .int({ error: "Open this screen again." }),
  kind: z.enum(roundKinds, { error: "Choose what kind of review it is." }),
  scope: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.string().max(40)).max(2_000),
  ),
  expertise: z
    .enum(expertises, {
      error: "Choose the expertise that this correction needs.",
    })
    .optional(),
  changeNote: textOf("Say in plain words what changed.", 5_000),
  coveringNote: optionalText(5_000),
  confirmed: z.literal("yes").optional(),
  isReadAnew: z.literal("yes").optional(),
});

export type SubmissionForm = z.infer<typeof submission>;

/** What was typed on the submit screen, with a sentence for each field that is wrong. */
export function readSubmission(form: FormData) {
  const read = parseForm(submission, form);
  const needsExpertise =
    read.ok &&
    read.values.kind === "safety_correction" &&
    read.values.expertise === undefined;
  if (!needsExpertise) return read;
  return {
    ok: false as const,
    typed: read.typed,
    errors: [
      {
        name: "expertise",
        sentence: "Choose the expertise that this correction needs.",
      },
    ],
  };
}
