import type { Token } from "./change-tokens";
import { isArticle, isSpellingCorrection } from "./harmless-word";
import {
  sensitiveKind,
  type KnownTerms,
  type SensitiveKind,
} from "./sensitive-words";
import type { Difference } from "./token-differences";

/** Why a change is more than a copy fix. */
export type Harm = {
  kind: HarmKind;
  /** Null for a change outside the blocks. */
  blockId: string | null;
  before: string;
  after: string;
};
export type HarmKind =
  | SensitiveKind
  | "citation"
  | "link"
  | "word"
  | "punctuation"
  | "structure"
  | "metadata";

/**
 * Every reason why some words in place of others are more than a copy fix,
 * each kind once with the words of that kind; empty for slips of spelling,
 * articles, agreement and harmless punctuation (rule T14). `remaining` are the
 * words of the new text: a slip stands once, a word used elsewhere was none.
 */
export function harmsOfWords(
  blockId: string | null,
  difference: Difference,
  terms: KnownTerms,
  remaining: () => ReadonlySet<string>,
): Harm[] {
  const touched = new Map<HarmKind, Harm>();
  const touch = (token: Token, side: "before" | "after") => {
    const kind = harmOfTouching(token, terms);
    if (kind === null) return;
    const harm = touched.get(kind) ?? { kind, blockId, before: "", after: "" };
    harm[side] = harm[side] === "" ? token.text : `${harm[side]} ${token.text}`;
    touched.set(kind, harm);
  };
  for (const token of difference.removed) touch(token, "before");
  for (const token of difference.added) touch(token, "after");
  if (touched.size > 0) return [...touched.values()];
  return isCopyFix(difference, remaining)
    ? []
    : [
        {
          kind: "word",
          blockId,
          before: textOf(difference.removed),
          after: textOf(difference.added),
        },
      ];
}

function isCopyFix(
  difference: Difference,
  remaining: () => ReadonlySet<string>,
): boolean {
  const removed = wordsThatCount(difference.removed, difference.before);
  const added = wordsThatCount(difference.added, difference.before);
  if (removed.length !== added.length) return false;
  return removed.every((old, index) => {
    const now = added[index] ?? "";
    if (old === now) return true;
    // A slip stands once; a word that is used elsewhere too was no slip.
    const isSlip =
      old.toLowerCase() === now.toLowerCase() || !remaining().has(old);
    return isSlip && isSpellingCorrection(old, now);
  });
}

function harmOfTouching(token: Token, terms: KnownTerms): HarmKind | null {
  switch (token.kind) {
    case "citation":
    case "gene":
    case "variant":
    case "structure":
      return token.kind;
    case "fusion":
      return "gene";
    case "therapy":
      return "drug";
    case "punctuation":
      if (!token.isPlain) return "link";
      return /^[.,;:'"‘’“”]$/u.test(token.text)
        ? null
        : (sensitiveKind(token.text, terms) ?? "punctuation");
    case "word":
      return token.isPlain ? sensitiveKind(token.text, terms) : "link";
  }
}

/** Without articles, punctuation and a word said twice in a row. */
function wordsThatCount(
  tokens: readonly Token[],
  before: Token | undefined,
): string[] {
  return tokens
    .filter(
      ({ kind, text, key }, index) =>
        kind === "word" &&
        !isArticle(text) &&
        key !== (tokens[index - 1] ?? before)?.key,
    )
    .map(({ text }) => text);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
