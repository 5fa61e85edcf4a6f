import { findWordsOf, listKeptWords } from "~/data/mail-words.server";
import {
  findWordsFaults,
  type MailWords,
  type OwnWords,
  type Placeholder,
  signatureKind,
  type WordsFault,
} from "~/domain/mail-words";
import { isMailKind, mailKinds } from "../../emails/kinds";
import { placeholdersOf, signaturePlaceholders } from "../../emails/own-words";
import { samples } from "../../emails/samples";
import { findMailFaults } from "./mail-faults";
import { renderMail } from "./render.server";

/** The placeholders of one kind of mail, or of the signature; null when there is no such kind. */
export function knownPlaceholders(kind: string): readonly Placeholder[] | null {
  if (kind === signatureKind) return signaturePlaceholders;
  return isMailKind(kind) ? placeholdersOf(kind) : null;
}

/** How words stand in a mail of their kind, the signature in all. */
function ownWordsOf(kind: string, words: MailWords): OwnWords {
  return kind === signatureKind
    ? { opening: "", closing: "", signature: words.closing }
    : { ...words, signature: "" };
}

/**
 * Why these words may not stand in mails of this kind: what is wrong with the
 * words themselves, and else what would be wrong with the mail, which is made
 * from its sample facts as it would leave. A signature is tried in every kind.
 * Nothing when they may.
 */
export async function findOwnWordsFaults(
  kind: string,
  words: MailWords,
): Promise<WordsFault[]> {
  const key = JSON.stringify([kind, words.opening, words.closing]);
  const known = lookedAt.get(key);
  if (known) return known;
  const faults = lookAt(kind, words);
  if (lookedAt.size >= 500) lookedAt.clear();
  lookedAt.set(key, faults);
  return faults;
}

/** The same words give the same answer for as long as this release runs. */
const lookedAt = new Map<string, Promise<WordsFault[]>>();

async function lookAt(kind: string, words: MailWords): Promise<WordsFault[]> {
  const known = knownPlaceholders(kind);
  if (!known) return [{ field: "opening", fault: "kind_gone", about: kind }];
  const faults = findWordsFaults(kind, words, known);
  if (faults.length > 0) return faults;
  const own = ownWordsOf(kind, words);
  const tried = kind === signatureKind ? mailKinds : [kind].filter(isMailKind);
  const found = new Set<WordsFault["fault"]>();
  for (const each of tried) {
    const props = { ...samples[each], own };
    for (const check of findMailFaults(await renderMail(each, props), props))
      found.add(`mail_${check}`);
  }
  const field = words.opening === "" ? "closing" : "opening";
  return [...found].map((fault) => ({ field, fault, about: "" }));
}

/**
 * What a mail of one kind says of the desk's own. Words that this release can
 * no longer take are left out: the mail goes with the shipped ones.
 */
export async function findOwnWords(kind: string): Promise<OwnWords> {
  const { words, signature } = await findWordsOf(kind);
  const isUsable = async (of: string, said: MailWords) =>
    (await findOwnWordsFaults(of, said)).length === 0;
  const own = (await isUsable(kind, words)) ? words : none;
  const foot = (await isUsable(signatureKind, signature)) ? signature : none;
  return { ...own, signature: foot.closing };
}

const none: MailWords = { opening: "", closing: "" };

/** Kinds whose kept words this release can no longer take, with why. */
export async function listBrokenWords(): Promise<
  { kind: string; faults: WordsFault[] }[]
> {
  const broken = [];
  for (const { kind, ...words } of await listKeptWords()) {
    if (words.opening === "" && words.closing === "") continue;
    const faults = await findOwnWordsFaults(kind, words);
    if (faults.length > 0) broken.push({ kind, faults });
  }
  return broken;
}
