import { canonical } from "./canonical";
import { tokensOf, type Token } from "./change-tokens";
import { changedBlocks, changedMetadata } from "./changed-blocks";
import { isArticle, isSpellingCorrection } from "./harmless-word";
import { blockIdOf, type Block, type PageContent } from "./page-content";
import {
  sensitiveKind,
  type KnownTerms,
  type SensitiveKind,
} from "./sensitive-words";
import { tokenDifferences, type Difference } from "./token-differences";

/** Why a change is more than a copy fix. */
export type Harm = {
  kind:
    | SensitiveKind
    | "citation"
    | "link"
    | "word"
    | "punctuation"
    | "structure"
    | "metadata";
  /** Null for a change outside the blocks. */
  blockId: string | null;
  before: string;
  after: string;
};

/**
 * Rule T14: whether a change may be a copy fix. Only slips of spelling,
 * articles, agreement, commas, full stops and quotation marks, bold and
 * italic, in blocks that stay where they are, with the change note, pass.
 * Anything that touches a number, unit, negation, modal, comparator, gene,
 * variant, drug, disease, date or citation, and anything not understood, does
 * not. Errs on the safe side; `harmsOfChange` says why.
 */
export function isHarmlessChange(
  base: PageContent,
  next: PageContent,
  terms: KnownTerms = {},
): boolean {
  return harmsOfChange(base, next, terms).length === 0;
}

/** Every reason why a change is not harmless; see `isHarmlessChange`. */
export function harmsOfChange(
  base: PageContent,
  next: PageContent,
  terms: KnownTerms = {},
): Harm[] {
  const metadata = changedMetadata(base, next)
    .filter((field) => field !== "changeNote")
    .map((field) => ({
      kind: "metadata" as const,
      blockId: null,
      before: canonical(base[field]),
      after: canonical(next[field]),
    }));
  const remaining = wordsLeftIn(next);
  const blocks = changedBlocks(base, next).flatMap(({ id, change }) => {
    const old = blockWithId(base, id);
    const now = blockWithId(next, id);
    return old && now && change === "changed"
      ? harmsInBlock(id, old, now, terms, remaining)
      : [
          {
            kind: "structure" as const,
            blockId: id,
            before: "",
            after: change,
          },
        ];
  });
  return [...metadata, ...blocks];
}

function harmsInBlock(
  blockId: string,
  old: Block,
  now: Block,
  terms: KnownTerms,
  remaining: ReadonlySet<string>,
): Harm[] {
  const differences = tokenDifferences(tokensOf(old), tokensOf(now));
  if (differences === null)
    return [{ kind: "structure", blockId, before: "", after: "changed" }];
  return differences.flatMap((difference) => {
    const kind = harmIn(difference, terms, remaining);
    const before = textOf(difference.removed);
    const after = textOf(difference.added);
    return kind === null ? [] : [{ kind, blockId, before, after }];
  });
}

function harmIn(
  difference: Difference,
  terms: KnownTerms,
  remaining: ReadonlySet<string>,
): Harm["kind"] | null {
  const touched = [...difference.removed, ...difference.added];
  for (const token of touched) {
    const kind = harmOfTouching(token, terms);
    if (kind !== null) return kind;
  }
  const removed = wordsThatCount(difference.removed, difference.before);
  const added = wordsThatCount(difference.added, difference.before);
  if (removed.length !== added.length) return "word";
  const isEveryWordCorrected = removed.every((old, index) => {
    const now = added[index] ?? "";
    // A slip stands once; a word that is used elsewhere too was no slip.
    const isSlip =
      old.toLowerCase() === now.toLowerCase() || !remaining.has(old);
    return old === now || (isSlip && isSpellingCorrection(old, now));
  });
  return isEveryWordCorrected ? null : "word";
}

function harmOfTouching(token: Token, terms: KnownTerms): Harm["kind"] | null {
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

function wordsLeftIn(content: PageContent): Set<string> {
  return new Set(
    content.body.content.flatMap(tokensOf).map(({ text }) => text),
  );
}

function blockWithId(content: PageContent, id: string): Block | undefined {
  return content.body.content.find((block) => blockIdOf(block) === id);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
