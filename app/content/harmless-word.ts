const articles = new Set(["a", "an", "the"]);
const agreements = new Set([
  "is are",
  "was were",
  "has have",
  "a an",
  "this these",
  "that those",
  "its it's",
  "its it’s",
]);
const oppositeStarts =
  /^(hyper|hypo|inter|intra|ante|anti|pre|pro|post|macro|micro|sub|super|supra|infra|endo|exo|ecto|iso|auto|allo|mono|bi|di|tri|poly|multi|over|under|out|up|down|de|re|dis|mis|in|im|ir|un)/;

/** Articles come and go without a change of meaning. */
export function isArticle(word: string): boolean {
  return articles.has(word.toLowerCase());
}

/**
 * True when one plain word in place of another can only be a correction of
 * spelling or agreement: the same letters in other case, singular and plural
 * of a verb, or two long lower-case words with the same first letter and start
 * that are one slip apart (two from eight letters).
 */
export function isSpellingCorrection(old: string, now: string): boolean {
  if (old.toLowerCase() === now.toLowerCase())
    return old.length >= 5 || isArticle(old);
  const pair = [old.toLowerCase(), now.toLowerCase()];
  if (agreements.has(pair.join(" ")) || agreements.has(`${pair[1]} ${pair[0]}`))
    return true;
  if (!isLongAndLowerCase(old) || !isLongAndLowerCase(now)) return false;
  if (old[0] !== now[0] || start(old) !== start(now)) return false;
  const slips = Math.min(old.length, now.length) >= 8 ? 2 : 1;
  return distance(old, now) <= slips;
}

function isLongAndLowerCase(word: string): boolean {
  return /^\p{Ll}{4,}$/u.test(word);
}

function start(word: string): string {
  return oppositeStarts.exec(word)?.[0] ?? "";
}

/** Letters put in, left out, changed, or swapped with their neighbour. */
function distance(one: string, other: string): number {
  const width = other.length + 1;
  const cost = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] ?? 0;
  for (let i = 0; i <= one.length; i += 1)
    for (let j = 0; j <= other.length; j += 1) {
      if (i === 0 || j === 0) {
        cost[i * width + j] = i + j;
        continue;
      }
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (isSame ? 0 : 1),
      );
      const isSwap =
        i > 1 &&
        j > 1 &&
        one[i - 1] === other[j - 2] &&
        one[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, at(i - 2, j - 2) + 1);
      cost[i * width + j] = least;
    }
  return at(one.length, other.length);
}
