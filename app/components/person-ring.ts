const titles = /^(dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|sister)\.?$/i;

/** At most two initials, without title: "Prof. L. Marsh" is LM. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const named = words.filter((word) => !titles.test(word));
  const counted = named.length > 0 ? named : words;
  const first = counted[0] ?? "";
  const last = counted.length > 1 ? (counted.at(-1) ?? "") : "";
  return [first, last]
    .map((word) => [...word.replace(/^[^\p{L}]+/u, "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("en-GB");
}

export const ringCount = 6;

/** One of six rings, always the same for the same key. */
export function ringOf(key: string): number {
  let sum = 7;
  for (const letter of key) {
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return sum % ringCount;
}
