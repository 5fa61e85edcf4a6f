import { toThreeLetters } from "./amino-acids";
import { isKnownVariant, knownGenes } from "./known-facts";
import type { VariantMention } from "./read-variants";
import type { Protein } from "./residues";

type Candidate = { position: number; slip: number };

/**
 * Variants that somebody may have meant who wrote one that cannot be: the same
 * change at a position reached by swapping two neighbouring digits, by a
 * position one or two away, or by changing one digit, where the residue fits.
 * A published variant is offered alone; else positions with a published one
 * come first, then the likelier slip, at most three. Written as the mention is.
 */
export function suggestVariants(
  mention: VariantMention,
  protein: Protein,
): string[] {
  const fits = candidates(mention.position)
    .filter(({ position }) =>
      protein.residuesAt(position)?.includes(mention.reference),
    )
    .map((candidate) => ({
      ...candidate,
      rank: rankOf(mention, candidate.position, protein.symbol),
    }));
  const published = fits.filter(({ rank }) => rank === 0);
  return (published.length > 0 ? published : fits)
    .sort((a, b) => a.rank - b.rank || a.slip - b.slip)
    .slice(0, 3)
    .map(({ position }) => write(mention, position));
}

function candidates(position: number): Candidate[] {
  const digits = [...String(position)];
  const slips = new Map<number, number>();
  const add = (candidate: number, slip: number) => {
    if (candidate > 0 && candidate !== position && !slips.has(candidate))
      slips.set(candidate, slip);
  };
  for (let i = 0; i + 1 < digits.length; i++) {
    const swapped = [...digits];
    [swapped[i], swapped[i + 1]] = [digits[i + 1] ?? "", digits[i] ?? ""];
    if (swapped[0] !== "0") add(Number(swapped.join("")), 1);
  }
  for (const step of [-1, 1, -2, 2]) add(position + step, 2);
  digits.forEach((_, i) => {
    for (let digit = i === 0 ? 1 : 0; digit <= 9; digit++)
      add(Number(digits.with(i, String(digit)).join("")), 3);
  });
  return [...slips].map(([candidate, slip]) => ({ position: candidate, slip }));
}

function rankOf(mention: VariantMention, position: number, symbol: string) {
  const { reference, alternative } = mention;
  if (isKnownVariant(symbol, `${reference}${position}${alternative}`)) return 0;
  const isHotspot = knownGenes
    .get(symbol)
    ?.variants.some((name) => parseInt(name.slice(1), 10) === position);
  return isHotspot ? 1 : 2;
}

function write(mention: VariantMention, position: number): string {
  const { reference, alternative, isThreeLetter } = mention;
  return isThreeLetter
    ? `${toThreeLetters(reference)}${position}${toThreeLetters(alternative)}`
    : `${reference}${position}${alternative}`;
}
