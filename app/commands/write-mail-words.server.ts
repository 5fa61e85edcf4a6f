import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { FindWordsFaults } from "~/domain/mail-preview";
import { type MailWords, tidyWords } from "~/domain/mail-words";
import { type Outcome, refused } from "~/domain/outcome";

export type WordsToKeep = MailWords & {
  kind: string;
  /** The number of the words that the admin had before their eyes; 0 for the shipped ones. */
  base: number;
};

/**
 * Keeps an admin's words for one kind of mail, or the signature of all; gives
 * their number. Refused with every fault while a mail with these words would
 * be broken, which is found by making one.
 */
export async function writeMailWords(
  sessionId: string,
  { kind, base, ...typed }: WordsToKeep,
  findFaults: FindWordsFaults,
): Promise<Outcome<number>> {
  const words = tidyWords(kind, typed);
  const wordsFaults = await findFaults(kind, words);
  if (wordsFaults.length > 0)
    return refused("mail_words_faulty", { wordsFaults });
  return runAct(appPool(), "write_mail_words", [
    ...[sessionId, kind, words.opening, words.closing, base],
  ]);
}

/** Takes the desk's own words out of one kind of mail, or the signature out of all. */
export async function returnToShippedWords(
  sessionId: string,
  kind: string,
  base: number,
): Promise<Outcome<number>> {
  return runAct(appPool(), "return_to_shipped_words", [
    ...[sessionId, kind, base],
  ]);
}
