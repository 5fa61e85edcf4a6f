import { z } from "zod";
import { outsideComment } from "~/commands/outside-comment.server";
import { outsideRecommend } from "~/commands/outside-recommend.server";
import { outsideAdvices } from "~/domain/words";
import { optionalText, parseForm, textOf } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";

const comment = z.object({
  quotation: optionalText(500),
  body: textOf("Write the comment first.", 5_000),
});

const recommendation = z
  .object({
    contentSha256: z.string({ error: "Open the page again." }),
    recommendation: z.enum(outsideAdvices, {
      error: "Choose one of the three answers.",
    }),
    comment: optionalText(20_000),
  })
  .refine((said) => said.recommendation === "publish" || said.comment !== "", {
    error: "Say what should change, or why it should not be published.",
    path: ["comment"],
  });

/** Comments or recommends, for whoever holds the outside session. */
export async function performOutside(
  outsideSession: string,
  form: FormData,
): Promise<Performed> {
  if (form.get("intent") === "outside_recommend") {
    const read = parseForm(recommendation, form);
    if (!read.ok)
      return wrong("outside_recommend", 422, read.errors, read.typed);
    const outcome = await outsideRecommend(outsideSession, read.values);
    if (outcome.ok) return done("recommended");
    const { status, errors } = refusedForm(outcome, {}, "comment");
    return wrong("outside_recommend", status, errors, read.typed);
  }
  const read = parseForm(comment, form);
  if (!read.ok) return wrong("outside_comment", 422, read.errors, read.typed);
  const outcome = await outsideComment(outsideSession, read.values);
  if (outcome.ok) return done("commented");
  const { status, errors } = refusedForm(outcome, {}, "body");
  return wrong("outside_comment", status, errors, read.typed);
}
