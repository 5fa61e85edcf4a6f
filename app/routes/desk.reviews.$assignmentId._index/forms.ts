import { z } from "zod";
import { isDay } from "~/domain/days";
import { interestLevels, revocationKinds, verdicts } from "~/domain/words";
import { textOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${String(most)} characters.` })
    .default("");

const optionalDay = z
  .string()
  .trim()
  .default("")
  .refine((day) => day === "" || isDay(day), {
    error: refusals.invalid_day.sentence,
  })
  .transform((day) => (day === "" ? null : day));

const password = z
  .string({ error: "Enter your password to sign." })
  .min(1, { error: "Enter your password to sign." });

const sha = z.string().regex(/^[0-9a-f]{64}$/);

const verdictFields = {
  verdict: z.enum(verdicts, { error: refusals.verdict_missing.sentence }),
  comment: text(20_000),
  evidenceCheckedTo: optionalDay,
  nextReviewDue: optionalDay,
  // What the rules filled in: left as it was, it signs "the interval".
  filledDue: optionalDay,
  sha,
  seen: z
    .string()
    .default("")
    .transform((id) => (id === "" ? null : id)),
};

function needsWords(
  said: { verdict: string; comment: string; evidenceCheckedTo: string | null },
  context: z.core.$RefinementCtx,
): void {
  const { verdict, comment, evidenceCheckedTo } = said;
  if (verdict === "request_changes" && comment === "") {
    context.addIssue({
      code: "custom",
      path: ["comment"],
      message: "Say what has to change.",
    });
  }
  if (verdict === "approve" && evidenceCheckedTo === null) {
    context.addIssue({
      code: "custom",
      path: ["evidenceCheckedTo"],
      message: refusals.evidence_day_missing.sentence,
    });
  }
}

/** A verdict with all it rests on. */
export const decisionForm = z
  .object({ ...verdictFields, password })
  .superRefine(needsWords);

const code = z
  .string()
  .default("")
  .transform((typed) => typed.replace(/\D/g, ""))
  .refine((digits) => digits.length === 6, {
    error: "Enter the six digits of the code from the mail.",
  });

/** The same from outside the desk, where a code stands in for the password. */
export const outsideDecisionForm = z
  .object({ ...verdictFields, code })
  .superRefine(needsWords);

/** What a code is asked for. */
export const codeForm = z.object({
  verdict: verdictFields.verdict,
  sha: verdictFields.sha,
});

/** Values keyed again and answers of the short form, by the ids in their names. */
export function fieldsNamed(sent: FormData, prefix: string) {
  return Object.fromEntries(
    [...sent].flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === "string" && value.trim()
        ? [[name.slice(prefix.length), value.trim().slice(0, 500)]]
        : [],
    ),
  );
}

export const remarkIdForm = z.object({ remarkId: z.uuid() });

export const tickForm = z.object({
  anchor: z.string().max(200),
  isLookedAt: z.enum(["yes", "no"]).transform((word) => word === "yes"),
});

export const declineForm = z.object({ declineReason: text(2000) });

export const interestsForm = z
  .object({
    level: z.enum(interestLevels, {
      error: "Choose what holds for you and this page.",
    }),
    details: text(2000),
  })
  .refine(({ level, details }) => level === "none" || details !== "", {
    path: ["details"],
    error: "Say what the interest is.",
  });

const revocationFields = {
  kind: z.enum(revocationKinds, { error: "Choose why you revoke." }),
  reason: textOf(refusals.reason_missing.sentence, 5000),
};

export const revocationForm = z.object({ ...revocationFields, password });

export const reaffirmForm = z.object({ password });

/** What is done from outside about one's own approval, and what its code is for. */
export const outsideRevocationForm = z.object({
  ...revocationFields,
  ...{ sha, code },
});
export const outsideReaffirmForm = z.object({ sha, code });
export const ownCodeForm = z.object({
  sha,
  act: z.enum(["reaffirm", "revoke"]),
});

export const setAsideForm = z.object({
  findingId: z.uuid(),
  whyRight: textOf(refusals.reason_missing.sentence, 5000),
});
