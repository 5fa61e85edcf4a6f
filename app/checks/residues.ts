import { knownGenes, knownResidue } from "./known-facts";
import type { Reference } from "./reference";

/** What is known of one gene's protein: loaded sequences, or else the well-known facts. */
export type Protein = {
  symbol: string;
  /** The residues at this position (from 1) of the known isoforms: none beyond their end, null when not known. */
  residuesAt: (position: number) => readonly string[] | null;
  /** Length of the longest known isoform; null when not known. */
  length: number | null;
};

/**
 * The protein of a gene by approved symbol, or null when nothing is known of
 * it. Loaded sequences go before the hand-typed facts; with several isoforms
 * each one's residue counts, since the numbering is not switched silently.
 */
export function proteinOf(
  symbol: string,
  reference: Reference,
): Protein | null {
  const sequences = reference.proteins.get(symbol);
  if (sequences !== undefined && sequences.length > 0)
    return {
      symbol,
      residuesAt: (position) => [
        ...new Set(
          sequences.flatMap(({ sequence }) => sequence[position - 1] ?? []),
        ),
      ],
      length: Math.max(...sequences.map(({ sequence }) => sequence.length)),
    };
  const known = knownGenes.get(symbol);
  if (known === undefined) return null;
  return {
    symbol,
    residuesAt: (position) => {
      if (known.length !== null && position > known.length) return [];
      const residue = knownResidue(symbol, position);
      return residue === null ? null : [residue];
    },
    length: known.length,
  };
}
