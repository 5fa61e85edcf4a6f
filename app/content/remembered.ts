const mostTexts = 4_000;
const longestText = 20_000;

/**
 * The same function of a text, which remembers what it gave for the texts it
 * was asked about last: while somebody types, all paragraphs but one are the
 * same as before. What it gives is shared and must not be altered.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longestText) return of(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = of(text);
    // A Map keeps its order: the first is the one remembered longest.
    for (const [oldest] of known) {
      if (known.size < mostTexts) break;
      known.delete(oldest);
    }
    known.set(text, made);
    return made;
  };
}
