import { z } from "zod";
import {
  returnToShippedWords,
  writeMailWords,
} from "~/commands/write-mail-words.server";
import { type KeptWords, listSavedWords } from "~/data/mail-words.server";
import type { MailWordsDesk } from "~/domain/mail-preview";
import {
  type MailWords,
  tidyWords,
  type WordsFault,
} from "~/domain/mail-words";
import { type FieldError, parseForm, type TypedForm } from "~/lib/parse-form";
import { wordsFaultInWords } from "~/wording/mail-words";
import { wordRefusal } from "~/wording/refusals";

// Far above what may be kept: how long words may be is said with all their faults.
const words = z.string().max(20_000, { error: "Use at most 600 characters." });

const schema = z.object({
  intent: z.enum(["preview", "write", "ship"]),
  base: z.coerce.number().int().min(0),
  opening: words.default(""),
  closing: words.default(""),
});

/** The same screen again: with a preview where the words can be shown, with each fault as a sentence. */
type Again = {
  status: number;
  /** Words that a mail can be made with; null where they would break it. */
  words: MailWords | null;
  errors: FieldError[];
  typed: TypedForm;
  base: number;
  /** What another admin kept meanwhile. */
  theirs: KeptWords | null;
};

/** Performs what the form asks: what to say when done, or the screen again. */
export async function performOnWords(
  sessionId: string,
  kind: string,
  sent: FormData,
  desk: MailWordsDesk,
): Promise<Again | { done: "words_written" | "words_shipped" }> {
  const form = parseForm(schema, sent);
  const again = { typed: form.typed, base: 0, theirs: null };
  if (!form.ok)
    return { ...again, status: 422, words: null, errors: form.errors };
  const { intent, base, ...typed } = form.values;
  if (intent === "preview") {
    const words = tidyWords(kind, typed);
    const errors = worded(kind, await desk.findFaults(kind, words), desk);
    return errors.length > 0
      ? { ...again, base, status: 422, words: null, errors }
      : { ...again, base, status: 200, words, errors };
  }
  const outcome =
    intent === "write"
      ? await writeMailWords(
          sessionId,
          { kind, base, ...typed },
          desk.findFaults,
        )
      : await returnToShippedWords(sessionId, kind, base);
  if (outcome.ok)
    return { done: intent === "write" ? "words_written" : "words_shipped" };
  const { because, detail } = outcome;
  const { status, sentence } = wordRefusal(because);
  const errors = detail.wordsFaults
    ? worded(kind, detail.wordsFaults, desk)
    : [{ name: "closing", sentence }];
  const [theirs] =
    because === "mail_words_changed" ? await listSavedWords(kind) : [];
  return {
    ...{ typed: form.typed, status, words: null, errors },
    // What is sent next is meant against what they kept, which is shown.
    ...{ base: theirs?.number ?? base, theirs: theirs ?? null },
  };
}

function worded(
  kind: string,
  faults: readonly WordsFault[],
  desk: MailWordsDesk,
): FieldError[] {
  const known = desk.placeholdersOf(kind) ?? [];
  return faults.map((fault) => ({
    name: fault.field,
    sentence: wordsFaultInWords(kind, fault, known),
  }));
}
