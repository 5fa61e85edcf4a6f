/** What the desk itself says in one kind of mail, round what the template says. */
export type MailWords = { opening: string; closing: string };

/** The desk's own words as they stand in one mail, the signature of all mails with them; empty where it says nothing. */
export type OwnWords = MailWords & { signature: string };

/** Stands where a kind of mail does: its closing is the signature of every mail. */
export const signatureKind = "every_mail";

/** A fact that words may name in braces; each kind of mail knows some of them. */
export const placeholders = [
  ...(["person", "desk", "gene", "page", "version", "by"] as const),
  ...(["reviewer", "deputy", "colleague", "expert", "holder"] as const),
  ...(["expertise", "respondBy", "reviewBy", "due"] as const),
  ...(["lastReviewed", "until", "triageBy", "set"] as const),
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What a whole mail must be, with the desk's own words in it or without. */
export const mailChecks = [
  ...(["subject", "same_words", "one_link", "fetches"] as const),
  ...(["leftover", "frame", "length"] as const),
] as const;
export type MailCheck = (typeof mailChecks)[number];

/** One thing that is wrong with words; `about` is what they say there. */
export type WordsFault = {
  field: keyof MailWords;
  fault:
    | ("too_long" | "empty_line" | "too_many_lines" | "unseen" | "markup")
    | ("address" | "unknown" | "of_other_mails" | "unclosed")
    | ("kind_gone" | `mail_${MailCheck}`);
  about: string;
};

/** The longest opening, closing or signature, in characters. */
export const longestWords = 600;
/** Lines that a signature may have. */
export const signatureLines = 5;

/**
 * Words as they are kept: line breaks within a paragraph are spaces, those of a
 * signature stay, and no space stands at an end. An empty line is left in, to
 * be found by {@link findWordsFaults}.
 */
export function tidyWords(kind: string, words: MailWords): MailWords {
  const lines = (text: string) =>
    text
      .replaceAll(/\r\n?/g, "\n")
      .split("\n")
      .map((line) => line.replaceAll(/[^\S\n]+/g, " ").trim());
  const paragraph = (text: string) =>
    lines(text)
      .join("\n")
      .trim()
      .replaceAll(/(?<!\n)\n(?!\n)/g, " ");
  return kind === signatureKind
    ? { opening: "", closing: lines(words.closing).join("\n").trim() }
    : { opening: paragraph(words.opening), closing: paragraph(words.closing) };
}

/**
 * Everything that is wrong with words, as {@link tidyWords} gives them: more
 * than 600 characters; an empty line, or a signature of more than five lines;
 * characters that are not seen; markup, which a mail would show as it is typed;
 * anything that a mail program makes a link of, because a mail has one link,
 * its button; a name in braces that this kind does not know; a brace alone.
 */
export function findWordsFaults(
  kind: string,
  words: MailWords,
  known: readonly Placeholder[],
): WordsFault[] {
  return fields.flatMap((field) => {
    const text = words[field];
    const found = (fault: WordsFault["fault"], about: string): WordsFault => ({
      ...{ field, fault, about },
    });
    return [
      ...(text.length > longestWords
        ? [found("too_long", String(text.length))]
        : []),
      ...lineFaults(kind, text).map((fault) => found(fault, "")),
      ...(unseen.test(text) ? [found("unseen", "")] : []),
      ...matches(text, markup).map((it) => found("markup", it)),
      ...matches(text, address).map((it) => found("address", it)),
      ...braceFaults(text, known).map(([fault, it]) => found(fault, it)),
    ];
  });
}

/** Words with each name in braces replaced by its fact; a name without one stays. */
export function fillPlaceholders(
  text: string,
  factOf: (name: string) => string | null,
): string {
  return text.replaceAll(named, (whole, name: string) => {
    return factOf(name)?.replaceAll(/\s+/g, " ") ?? whole;
  });
}

const fields = ["opening", "closing"] as const;
const named = /\{([A-Za-z]+)\}/g;
/** Controls but the line break, and what turns or hides other characters. */
const unseen =
  /(?!\n)\p{Cc}|[\p{Zl}\p{Zp}\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const markup = /<[a-z/!?][^>]*>?|&(?:[a-z]+|#x?[0-9a-f]+);/gi;
/** A scheme, or names with full stops between them that end in letters; the host of a mail address is none. */
const address =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|(?:mailto|javascript|data):(?=\S))\S*|(?<![\p{L}\p{N}@._+-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?![\p{L}\p{N}]|[\p{L}\p{N}._+-]*@)(?:[/:?#]\S*)?/giu;

function matches(text: string, form: RegExp): string[] {
  return [...text.matchAll(form)].map(([it]) => it);
}

function lineFaults(
  kind: string,
  text: string,
): ("empty_line" | "too_many_lines")[] {
  const lines = text.split("\n");
  if (kind !== signatureKind) return lines.length > 1 ? ["empty_line"] : [];
  return lines.length > signatureLines ? ["too_many_lines"] : [];
}

function braceFaults(
  text: string,
  known: readonly string[],
): ["unknown" | "of_other_mails" | "unclosed", string][] {
  const every: readonly string[] = placeholders;
  const names = [...new Set([...text.matchAll(named)].map(([, it]) => it))];
  const alone = /.{0,12}[{}].{0,12}/.exec(text.replaceAll(named, ""));
  return [
    ...names.flatMap((name): ["unknown" | "of_other_mails", string][] =>
      name === undefined || known.includes(name)
        ? []
        : [[every.includes(name) ? "of_other_mails" : "unknown", name]],
    ),
    ...(alone ? [["unclosed", alone[0].trim()] as ["unclosed", string]] : []),
  ];
}
