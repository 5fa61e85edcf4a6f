import { findImpossible } from "./read-variants";
import { findingAt, type CheckInput, type Finding, type Rule } from "./rule";
import { suggestVariants } from "./suggest-variant";
import { variantsOnPage } from "./variants-on-page";

/**
 * G2: a protein variant's position lies within the protein, and its notation
 * names amino acids (HGVS). The longest known isoform counts. Blocks when the
 * gene is sure, warns when the text leaves several and all are too short.
 */
export const positionInProtein: Rule = {
  id: "G2",
  severity: "blocks",
  title: "The variant lies within the protein",
  needs: ["proteins"],
  without: "only the lengths of well-known proteins were compared",
  run: (input) => [...tooFar(input), ...impossible(input)],
};

function tooFar(input: CheckInput): Finding[] {
  return variantsOnPage(input).flatMap((placed) => {
    const { block, variant, proteins, isSure } = placed;
    const isBeyond = proteins.every(
      ({ length }) => length !== null && variant.position > length,
    );
    if (!isBeyond) return [];
    const [protein] = proteins;
    const suggestions = suggestVariants(variant, protein);
    const name = block.normal.text.slice(variant.start, variant.end);
    const advice =
      suggestions.length > 0
        ? `did you mean ${suggestions.join(" or ")}?`
        : "check the variant and its gene.";
    return findingAt(block, variant, {
      rule: "G2",
      severity: isSure ? "blocks" : "warns",
      message: `${name}: ${protein.symbol} has ${protein.length} residues; ${advice}`,
      suggestion: suggestions[0] ?? null,
    });
  });
}

function impossible(input: CheckInput): Finding[] {
  return input.blocks.flatMap((block) =>
    findImpossible(block.normal.text).map((mention) =>
      findingAt(block, mention, {
        rule: "G2",
        severity: "blocks",
        message: `${mention.text} is not a possible variant: a residue's code or the position is wrong.`,
      }),
    ),
  );
}
