import { weightOf, type WordPlace } from "./word-places";

/** Pairs of places, in a pattern and in a text, whose words are the same; and their worth. */
export type Alignment = {
  pairs: [pattern: number, text: number][];
  score: number;
};

const skippedInPattern = 0.15;
const skippedInText = 0.05;
const stepUp = 1;
const stepLeft = 2;
const stepBoth = 3;

/**
 * The best run of a text that has the words of a pattern in their order, where
 * words were left out or put in at a small price (Smith and Waterman, 1981).
 * Places of the text in `taken` are passed over.
 */
export function alignWords(
  pattern: readonly WordPlace[],
  text: readonly WordPlace[],
  taken: ReadonlySet<number> = new Set(),
): Alignment {
  const width = text.length + 1;
  let above = new Float64Array(width);
  const steps = new Uint8Array((pattern.length + 1) * width);
  const best = { score: 0, row: 0, column: 0 };
  for (let row = 1; row <= pattern.length; row += 1) {
    const here = new Float64Array(width);
    const word = pattern[row - 1];
    if (!word) continue;
    const weight = weightOf(word);
    for (let column = 1; column < width; column += 1) {
      const isSame =
        text[column - 1]?.word === word.word && !taken.has(column - 1);
      const both = isSame ? (above[column - 1] ?? 0) + weight : 0;
      const up = (above[column] ?? 0) - skippedInPattern;
      const left = (here[column - 1] ?? 0) - skippedInText;
      const score = Math.max(0, both, up, left);
      here[column] = score;
      steps[row * width + column] = stepOf(score, both, up);
      if (score > best.score) Object.assign(best, { score, row, column });
    }
    above = here;
  }
  return { pairs: walkBack(steps, width, best), score: best.score };
}

function stepOf(score: number, both: number, up: number): number {
  if (score === 0) return 0;
  if (score === both) return stepBoth;
  return score === up ? stepUp : stepLeft;
}

function walkBack(
  steps: Uint8Array,
  width: number,
  { row, column }: { row: number; column: number },
): Alignment["pairs"] {
  const pairs: Alignment["pairs"] = [];
  for (let at = [row, column] as const; ;) {
    const [r, c] = at;
    const step = steps[r * width + c];
    if (!step) return pairs.reverse();
    if (step === stepBoth) {
      pairs.push([r - 1, c - 1]);
      at = [r - 1, c - 1];
    } else at = step === stepUp ? [r - 1, c] : [r, c - 1];
  }
}
