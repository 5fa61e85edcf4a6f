import type { PageContent } from "~/content/page-content";
import { citationsOf } from "./citations-of";
import { readBlocks } from "./checked-blocks";

/**
 * Words of a content that may be gene symbols, for loading the rows that its
 * checks need: topics and every word of capital letters and digits, also
 * within hyphenated words. Without duplicates, sorted, at most two thousand.
 */
export function symbolsToLookUp(content: PageContent): string[] {
  const words = new Set(content.topics.map(({ label }) => label.trim()));
  const text = readBlocks(content)
    .map(({ normal }) => normal.text)
    .join("\n");
  const stems = /([A-Z][A-Z0-9]*?)\d((?:\/\d)+)/g;
  for (const [, stem = "", digits = ""] of text.matchAll(stems))
    for (const [digit] of digits.matchAll(/\d/g)) words.add(stem + digit);
  for (const [word] of text.matchAll(/[A-Z][A-Za-z0-9-]*/g)) {
    const parts = word.split("-");
    for (let from = 0; from < parts.length; from++)
      for (let to = from + 1; to <= Math.min(parts.length, from + 2); to++)
        words.add(parts.slice(from, to).join("-"));
  }
  return [...words]
    .filter((word) => /^[A-Z][A-Za-z0-9-]{1,14}$/.test(word))
    .filter((word) => /[A-Z0-9]{2}|^C\d+orf/.test(word))
    .sort()
    .slice(0, 2000);
}

/** The PMIDs that a content cites, without duplicates. */
export function pmidsToLookUp(content: PageContent): string[] {
  const cited = readBlocks(content).flatMap(citationsOf);
  const pmids = cited.filter(({ scheme }) => scheme === "pmid");
  return [...new Set(pmids.map(({ id }) => id))];
}

/** The images that a content names, without duplicates. */
export function figuresToLookUp({ body }: PageContent): string[] {
  const files = body.content.flatMap((block) =>
    block.type === "figure" ? (block.attrs.file ?? []) : [],
  );
  return [...new Set(files)];
}

/** The reusable texts that a content pins, without duplicates. */
export function reusablesToLookUp({
  body,
}: Pick<PageContent, "body">): string[] {
  const names = body.content.flatMap((block) =>
    block.type === "reusable" ? block.attrs.component : [],
  );
  return [...new Set(names)];
}
