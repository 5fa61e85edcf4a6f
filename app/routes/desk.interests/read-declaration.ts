import { z } from "zod";
import type { DeclaredInterest } from "~/commands/declare-interests.server";
import { interestKinds, interestScopes } from "~/domain/words";
import { readRows, rowField, typedFormOf } from "~/lib/form-rows";
import { type FieldError, optionalText, parseForm } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const about = z.object({
  has: z.enum(["none", "some"], {
    error: "Say whether you have any interests to declare.",
  }),
  statement: optionalText(5_000),
});

const month = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;
const monthSentence = "Write the month as 2025-03.";

const filled = z
  .object({
    entity: z
      .string()
      .trim()
      .min(1, { error: "Name the company or body." })
      .max(200, { error: "Use at most 200 characters." }),
    kind: z.enum(interestKinds, { error: "Choose the kind of interest." }),
    scope: z.enum(interestScopes, { error: "Choose whose interest it is." }),
    fromMonth: z.string().trim().regex(month, { error: monthSentence }),
    untilMonth: z
      .string()
      .trim()
      .refine((typed) => typed === "" || month.test(typed), {
        error: monthSentence,
      })
      .transform((typed) => typed || null),
    note: optionalText(500),
  })
  .refine(
    ({ fromMonth, untilMonth }) => !untilMonth || untilMonth >= fromMonth,
    {
      error: "It cannot end before it began.",
      path: ["untilMonth"],
    },
  );

/** One interest; null for a row that holds no more than its choices. */
const entryRow: z.ZodType<DeclaredInterest | null> = z
  .record(z.string(), z.string())
  .transform((row, context) => {
    const typed = [
      row["entity"],
      row["fromMonth"],
      row["untilMonth"],
      row["note"],
    ];
    if (typed.every((text) => (text ?? "").trim() === "")) return null;
    const read = filled.safeParse(row);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues)
      context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });

/** What was typed into a declaration, or what is wrong with it, a sentence at each field. */
export function readDeclaration(form: FormData) {
  const read = parseForm(about, form);
  const typed = typedFormOf(form);
  const rows = readRows(form, "entry", entryRow);
  const isNone = read.ok && read.values.has === "none";
  const errors: FieldError[] = [
    ...(read.ok ? [] : read.errors),
    ...rows.errors,
  ];
  if (isNone && rows.errors.length + rows.rows.length > 0)
    errors.push({
      name: "has",
      sentence:
        "You said none, and an interest is filled in: empty its company, months and note, or answer yes.",
    });
  if (read.ok && !isNone && rows.errors.length + rows.rows.length === 0)
    errors.push({
      name: rowField("entry", 0, "entity"),
      sentence: refusals.statement_missing.sentence,
    });
  if (!read.ok || errors.length > 0)
    return { ok: false as const, errors, typed };
  return {
    ok: true as const,
    typed,
    declared: {
      hasNone: isNone,
      statement: read.values.statement,
      entries: isNone ? [] : rows.rows.map(({ row }) => row),
    },
  };
}
