import { z } from "zod";
import { isOneLine } from "./one-line";

export type FieldError = { name: string; sentence: string };

/** What was typed, to show the form again; a name sent several times is a list. */
export type TypedForm = Record<string, string | string[]>;

export type ParsedForm<Values> =
  | { ok: true; values: Values; typed: TypedForm }
  | { ok: false; errors: FieldError[]; typed: TypedForm };

/**
 * Reads a form by a schema whose messages are whole sentences. One sentence
 * for each field that is wrong, and what was typed, passwords left out.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): ParsedForm<z.output<Schema>> {
  const fields = fieldsOf(form);
  const typed = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !/password/i.test(name)),
  );
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, values: result.data, typed };
  const errors = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? "form");
    if (!errors.has(name)) errors.set(name, issue.message);
  }
  return {
    ok: false,
    errors: [...errors].map(([name, sentence]) => ({ name, sentence })),
    typed,
  };
}

/** The sentence for one field, for a component's `error`. */
export function errorFor(
  errors: readonly FieldError[],
  name: string,
): string | undefined {
  return errors.find((error) => error.name === name)?.sentence;
}

/** One typed text, for a component's `value`. */
export function typedText(typed: TypedForm, name: string): string {
  const value = typed[name] ?? "";
  return Array.isArray(value) ? (value[0] ?? "") : value;
}

/** The ticked answers of a group, for a component's `values`. */
export function typedList(typed: TypedForm, name: string): string[] {
  return [typed[name] ?? []].flat();
}

/** Any number of answers from a list; a group without a tick is not sent at all. */
export function severalOf<Option extends string>(
  options: readonly Option[],
  sentence: string,
) {
  return z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.enum(options, { error: sentence }), { error: sentence }),
  );
}

/** A required line, without the spaces round it. Names stand in the heads of mails, so it is one line. */
export function lineOf(sentence: string, most = 200) {
  return textOf(sentence, most).refine(isOneLine, { error: oneLine });
}

/** A line that may be left empty. */
export function optionalLine(most = 200) {
  return z
    .string()
    .trim()
    .max(most, { error: atMost(most) })
    .refine(isOneLine, { error: oneLine })
    .default("");
}

/** A required text of any number of lines, without the spaces round it. */
export function textOf(sentence: string, most: number) {
  return z
    .string({ error: sentence })
    .trim()
    .min(1, { error: sentence })
    .max(most, { error: atMost(most) });
}

/** A text that may be left empty. */
export function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most, { error: atMost(most) })
    .default("");
}

const oneLine = "Use one line, without line breaks or tabs.";
const atMost = (most: number) => `Use at most ${String(most)} characters.`;

function fieldsOf(form: FormData): TypedForm {
  const fields: TypedForm = {};
  for (const name of new Set(form.keys())) {
    const texts = form
      .getAll(name)
      .filter((value): value is string => typeof value === "string");
    const [only, ...more] = texts;
    if (only !== undefined) fields[name] = more.length > 0 ? texts : only;
  }
  return fields;
}
