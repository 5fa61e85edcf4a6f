import { z } from "zod";
import { extendReviewBy } from "~/commands/extend-review-by.server";
import { remind } from "~/commands/remind.server";
import { standIn } from "~/commands/stand-in.server";
import { isDay } from "~/domain/days";
import type { Outcome } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { parseForm, textOf, type TypedForm } from "~/lib/parse-form";
import type { WaitingAct } from "~/lib/paths";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusals } from "~/wording/refusals";
import { refusedForm } from "~/wording/refused-form";

const standInForm = z.object({
  reviewerId: z.uuid({ error: "Choose who stands in." }),
});

const extendForm = z.object({
  reviewBy: z
    .string({ error: "Give the new day." })
    .refine(isDay, { error: refusals.invalid_day.sentence }),
  reason: textOf(refusals.reason_missing.sentence, 1000),
});

/** Performs the act that the address names, from what its form holds. */
export async function performWaiting(
  act: WaitingAct,
  sessionId: string,
  assignmentId: string,
  sent: FormData,
): Promise<Performed> {
  switch (act) {
    case "remind":
      return ended(await remind(sessionId, assignmentId), act, "reminded", {});
    case "stand-in": {
      const form = parseForm(standInForm, sent);
      if (!form.ok) return wrong(act, 422, form.errors, form.typed);
      const { reviewerId } = form.values;
      const outcome = await standIn(sessionId, assignmentId, reviewerId);
      return ended(outcome, act, "stood_in", form.typed);
    }
    case "extend": {
      const form = parseForm(extendForm, sent);
      if (!form.ok) return wrong(act, 422, form.errors, form.typed);
      const outcome = await extendReviewBy(sessionId, {
        assignmentId,
        ...form.values,
      });
      return ended(outcome, act, "extended", form.typed, {
        day_out_of_range: "reviewBy",
      });
    }
  }
}

function ended(
  outcome: Outcome<unknown>,
  act: WaitingAct,
  word: string,
  typed: TypedForm,
  fields: Partial<Record<RefusalCode, string>> = {},
): Performed {
  if (outcome.ok) return done(word);
  const { status, errors } = refusedForm(outcome, fields, "reviewerId");
  return wrong(act, status, errors, typed);
}
