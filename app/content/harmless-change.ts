import { canonical } from "./canonical";
import { tokensOf } from "./change-tokens";
import { changedBlocks, changedMetadata } from "./changed-blocks";
import { harmsOfWords, type Harm } from "./harm-of-words";
import { blockIdOf, type Block, type PageContent } from "./page-content";
import type { KnownTerms } from "./sensitive-words";
import { tokenDifferences } from "./token-differences";

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
  const words = wordsLeftIn(next);
  const remaining = () => words;
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
  remaining: () => ReadonlySet<string>,
): Harm[] {
  const differences = tokenDifferences(tokensOf(old), tokensOf(now));
  if (differences === null)
    return [{ kind: "structure", blockId, before: "", after: "changed" }];
  return differences.flatMap((difference) =>
    harmsOfWords(blockId, difference, terms, remaining),
  );
}

function wordsLeftIn(content: PageContent): Set<string> {
  return new Set(
    content.body.content.flatMap(tokensOf).map(({ text }) => text),
  );
}

function blockWithId(content: PageContent, id: string): Block | undefined {
  return content.body.content.find((block) => blockIdOf(block) === id);
}
