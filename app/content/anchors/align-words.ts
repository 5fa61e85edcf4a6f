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
const nowhere = -1;

/**
 * The best run of a text that has the words of a pattern in their order, where
 * words were left out or put in at a small price (Smith and Waterman, 1981).
 * Places of the text in `taken` are passed over. Words are compared as numbers,
 * for every word of the one meets every word of the other.
 */
export function alignWords(
  pattern: readonly WordPlace[],
  text: readonly WordPlace[],
  taken: ReadonlySet<number> = new Set(),
): Alignment {
  const width = text.length + 1;
  const { ofPattern, ofText } = numbersOf(pattern, text, taken);
  // One row, written over from left to right: what is not yet written is above.
  const scores = new Float64Array(width);
  const steps = new Uint8Array((pattern.length + 1) * width);
  const best = { score: 0, row: 0, column: 0 };
  for (const [index, word] of pattern.entries()) {
    const weight = weightOf(word);
    const number = ofPattern[index];
    const at = (index + 1) * width;
    let [corner, before] = [0, 0];
    for (let column = 1; column < width; column += 1) {
      const above = scores[column] ?? 0;
      const both = ofText[column] === number ? corner + weight : 0;
      const up = above - skippedInPattern;
      const left = before - skippedInText;
      const score = Math.max(0, both, up, left);
      corner = above;
      before = scores[column] = score;
      if (score === 0) continue;
      steps[at + column] =
        score === both ? stepBoth : score === up ? stepUp : stepLeft;
      if (score > best.score)
        Object.assign(best, { score, row: index + 1, column });
    }
  }
  return { pairs: walkBack(steps, width, best), score: best.score };
}

/** A number for each word of the pattern; in the text from place 1 on. */
function numbersOf(
  pattern: readonly WordPlace[],
  text: readonly WordPlace[],
  taken: ReadonlySet<number>,
) {
  const numbers = new Map<string, number>();
  const ofPattern = Int32Array.from(pattern, ({ word }) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  const ofText = new Int32Array(text.length + 1).fill(nowhere);
  for (const [place, { word }] of text.entries())
    if (!taken.has(place)) ofText[place + 1] = numbers.get(word) ?? nowhere;
  return { ofPattern, ofText };
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
