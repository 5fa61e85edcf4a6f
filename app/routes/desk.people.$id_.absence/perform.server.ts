import { z } from "zod";
import { endAbsence } from "~/commands/end-absence.server";
import { handOverWhatIsDue } from "~/commands/hand-over-absent.server";
import { recordAbsence } from "~/commands/record-absence.server";
import { isDay } from "~/domain/days";
import type { Refused } from "~/domain/outcome";
import { typedFormOf } from "~/lib/form-rows";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import { refusals } from "~/wording/refusals";
import { deputiesIn, deputyField } from "./deputies";

const day = (sentence: string) =>
  z
    .string({ error: sentence })
    .trim()
    .refine(isDay, { error: refusals.invalid_day.sentence });

const absenceForm = z
  .object({
    from: day("Give the first day."),
    until: day("Give the last day."),
  })
  .refine(({ from, until }) => from <= until, {
    path: ["until"],
    error: "The last day is before the first.",
  });

const endForm = z.object({ absenceId: z.uuid() });

/** Records an absence or ends one. */
export async function perform(
  sessionId: string,
  personId: string,
  sent: FormData,
): Promise<Performed> {
  if (sent.get("intent") === "end") return end(sessionId, sent);
  const form = parseForm(absenceForm, sent);
  if (!form.ok) return wrong("record", 422, form.errors, form.typed);
  const outcome = await recordAbsence(sessionId, {
    personId,
    ...form.values,
    deputies: deputiesIn(sent),
  });
  if (outcome.ok) {
    // Who is away from today on holds nothing a minute longer.
    await handOverWhatIsDue();
    return done("away");
  }
  const { status, errors } = refusedForm(outcome, fieldsOf(outcome), "until");
  return wrong("record", status, errors, typedFormOf(sent));
}

/** A refusal of a deputy stands at the control of that deputy. */
function fieldsOf({ detail }: Refused) {
  const at = deputyField(detail.expertise ?? "");
  return {
    deputy_inactive: at,
    deputy_lacks_expertise: at,
    deputy_undeclared: at,
    deputy_loop: at,
    deputy_is_author: at,
    absence_overlaps: "from",
  } as const;
}

async function end(sessionId: string, sent: FormData): Promise<Performed> {
  const form = parseForm(endForm, sent);
  if (!form.ok) return wrong("end", 422, form.errors, form.typed);
  const outcome = await endAbsence(sessionId, form.values.absenceId);
  if (outcome.ok || outcome.because === "already_decided") return done("back");
  const { status, errors } = refusedForm(outcome, {}, "from");
  return wrong("end", status, errors, form.typed);
}
