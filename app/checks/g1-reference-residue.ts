import { isKnownVariant, knownGenes, numberedByOthers } from "./known-facts";
import { findingAt, type Finding, type Rule } from "./rule";
import { suggestVariants } from "./suggest-variant";
import { nameOf, variantsOnPage, type PlacedVariant } from "./variants-on-page";

/**
 * G1: the residue that a protein substitution says is changed must be the one
 * that the gene's reference sequence has there (HGVS). With several loaded
 * isoforms any of them may fit. Blocks when the gene is sure; warns when the
 * text leaves several genes, when the gene is often numbered by another
 * isoform, or when the variant is a published one of another gene.
 */
export const referenceResidue: Rule = {
  id: "G1",
  severity: "blocks",
  title: "The variant fits the gene's reference sequence",
  needs: ["proteins"],
  without: "only well-known residues were compared",
  run: (input) => variantsOnPage(input).flatMap(check),
};

function check(placed: PlacedVariant): Finding[] {
  const { block, variant, proteins } = placed;
  const { reference, position } = variant;
  const compared = proteins.map((protein) => ({
    protein,
    residues: protein.residuesAt(position),
    suggestions: suggestVariants(variant, protein),
  }));
  // A gene whose residue there is not known may be the one that is meant.
  const mayFit = compared.some(
    ({ residues }) => residues?.includes(reference) ?? true,
  );
  if (mayFit) return [];
  const wrong = compared.filter(({ residues }) => residues?.length !== 0);
  const nearest =
    wrong.find(({ suggestions }) => suggestions.length > 0) ?? wrong[0];
  // Beyond the end of every protein it is G2's matter.
  if (nearest === undefined) return [];
  const { protein, residues, suggestions } = nearest;
  const name = block.normal.text.slice(variant.start, variant.end);
  const owner = ownerOf(placed);
  const isDoubtful =
    !placed.isSure || owner !== null || numberedByOthers.has(protein.symbol);
  return [
    findingAt(block, variant, {
      rule: "G1",
      severity: isDoubtful ? "warns" : "blocks",
      message: [
        `${name}: residue ${position} of ${protein.symbol} is ${residues?.join(" or ")}`,
        advice(placed, protein.symbol, suggestions, owner),
      ].join("; "),
      suggestion: owner === null ? (suggestions[0] ?? null) : null,
    }),
  ];
}

function advice(
  placed: PlacedVariant,
  symbol: string,
  suggestions: readonly string[],
  owner: string | null,
): string {
  if (owner !== null)
    return `the name is known as a variant of ${owner}; is the gene named?`;
  if (suggestions.length > 0)
    return `did you mean ${suggestions.join(" or ")}?`;
  if (numberedByOthers.has(symbol))
    return `${symbol} is often numbered by another isoform; name the reference sequence.`;
  return placed.isSure
    ? "check the variant and the reference sequence it is numbered by."
    : "check the variant and name its gene beside it.";
}

/** The only well-known gene, none of those in sight, that has a published variant of this name. */
function ownerOf({ variant, proteins }: PlacedVariant): string | null {
  const name = nameOf(variant);
  const owners = [...knownGenes.keys()].filter((symbol) =>
    isKnownVariant(symbol, name),
  );
  const [owner] = owners;
  if (owner === undefined || owners.length > 1) return null;
  return proteins.some(({ symbol }) => symbol === owner) ? null : owner;
}
