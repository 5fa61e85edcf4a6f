/**
 * Fifteen letters and digits that stand for a text, the same on server and in
 * browser (FNV-1a twice, 32 bits each). Tells changes of one comparison apart;
 * proves nothing to anybody, so nothing is signed by it.
 */
export function shortHash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995) ^ (two >>> 15);
  }
  const part = (half: number) => (half >>> 0).toString(36).padStart(7, "0");
  return `c${part(one)}${part(two)}`;
}
