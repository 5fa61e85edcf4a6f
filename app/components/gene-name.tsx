import { Fragment } from "react";

/** A gene symbol: always italic, never broken over two lines. */
export function GeneName({ symbol }: { symbol: string }) {
  return <i className="gene">{symbol}</i>;
}

/** A title with its gene symbols in italics: "*ROS1*-rearranged lung cancer". */
export function GeneTitle({
  title,
  genes = [],
}: {
  title: string;
  genes?: readonly string[];
}) {
  return (
    <>
      {titleParts(title, genes).map((part, index) => (
        <Fragment key={index}>
          {part.isGene ? <GeneName symbol={part.text} /> : part.text}
        </Fragment>
      ))}
    </>
  );
}

/**
 * Splits a title at whole gene symbols, the longest first, so that "BRCA1"
 * inside "BRCA1-associated" is found and "MET" inside "METABOLIC" is not.
 */
export function titleParts(
  title: string,
  genes: readonly string[],
): { text: string; isGene: boolean }[] {
  const symbols = genes
    .filter((gene) => gene !== "")
    .sort((a, b) => b.length - a.length)
    .map((gene) => gene.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (symbols.length === 0) return [{ text: title, isGene: false }];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${symbols.join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
  return title
    .split(new RegExp(pattern, "gu"))
    .map((text, index) => ({ text, isGene: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
