import type { FieldError, TypedForm } from "./parse-form";

/** How an act of a screen ended: a word for the next address, or the form again. */
export type Performed =
  | { ok: true; done: string }
  | {
      ok: false;
      intent: string;
      status: number;
      errors: FieldError[];
      typed: TypedForm;
    };

export function done(word: string): Performed {
  return { ok: true, done: word };
}

export function wrong(
  intent: string,
  status: number,
  errors: FieldError[],
  typed: TypedForm,
): Performed {
  return { ok: false, intent, status, errors, typed };
}

/** What a form of the screen gets back; null before anything was sent. */
export type Answer = Extract<Performed, { ok: false }> | null;

/** What went wrong in one form of the screen, and what was typed into it. */
export function answerOf(
  answer: Answer,
  intent: string,
): { errors: FieldError[]; typed: TypedForm } {
  if (answer?.intent !== intent) return { errors: [], typed: {} };
  return { errors: answer.errors, typed: answer.typed };
}
