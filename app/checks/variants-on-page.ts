import type { CheckedBlock } from "./checked-blocks";
import { geneOfVariant, readGeneContext } from "./gene-of-variant";
import { findVariants, type VariantMention } from "./read-variants";
import { proteinOf, type Protein } from "./residues";
import type { CheckInput } from "./rule";

/** A variant in its place, with the proteins it may be of, likeliest first. */
export type PlacedVariant = {
  block: CheckedBlock;
  variant: VariantMention;
  proteins: [Protein, ...Protein[]];
  isSure: boolean;
};

/** Shorter numbers without "p." or a gene beside them are stages, doses and names of things. */
const leastBarePosition = 10;
/** Histone positions are counted without the first methionine: H3 K27M is p.Lys28Met. */
const histoneGene = /^H[1-4](?:[-ABCF]|$)/;
const histoneVariants = /^(?:K27[MI]|G34[RVWL]|K36M)$/;

/**
 * The substitutions on a page whose gene can be told and whose protein is
 * known at least in part. Histone variants are left out.
 */
export function variantsOnPage(input: CheckInput): PlacedVariant[] {
  const { content, blocks, reference } = input;
  const context = readGeneContext(content, blocks, reference);
  return blocks.flatMap((block) =>
    findVariants(block.normal.text).flatMap((variant) => {
      const choice = geneOfVariant(variant, block, context);
      if (choice === null) return [];
      const isBare = !variant.isMarked && !choice.isBeside;
      if (isBare && variant.position < leastBarePosition) return [];
      if (isHistone(variant, choice.symbols, choice.isBeside)) return [];
      const [first, ...others] = choice.symbols.flatMap(
        (symbol) => proteinOf(symbol, reference) ?? [],
      );
      if (first === undefined) return [];
      const isSure = choice.isSure && others.length === 0;
      return { block, variant, proteins: [first, ...others], isSure };
    }),
  );
}

/** The variant in one-letter codes without "p.", as lists of known variants have it. */
export function nameOf(variant: VariantMention): string {
  return `${variant.reference}${variant.position}${variant.alternative}`;
}

function isHistone(
  variant: VariantMention,
  symbols: readonly string[],
  isBeside: boolean,
): boolean {
  return isBeside
    ? symbols.some((symbol) => histoneGene.test(symbol))
    : histoneVariants.test(nameOf(variant));
}
