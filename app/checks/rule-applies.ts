import type { PageContent } from "~/content/page-content";
import { readBlocks } from "./checked-blocks";
import { citationsOf } from "./citations-of";
import { findVariants } from "./read-variants";

/**
 * Whether a rule of checks.md has something to look at in a text, so that it
 * matters that it could not run: the rules of variants where one is named, the
 * rule of retractions where a paper is cited by its PMID. True of every other rule.
 */
export function ruleApplies(ruleId: string, content: PageContent): boolean {
  const blocks = readBlocks(content);
  if (ruleId === "R5")
    return blocks.some((block) =>
      citationsOf(block).some(({ scheme }) => scheme === "pmid"),
    );
  if (ruleId.startsWith("G"))
    return blocks.some(({ normal }) => findVariants(normal.text).length > 0);
  return true;
}
