/** A list for programs is told in parts of so many. */
const partSize = 100;

/** So many rows are asked for, to know whether another part follows. */
export const askedForPart = partSize + 1;

/** The rows of one part, and its last row where another part follows it; null at the end. */
export function partOf<Row>(rows: readonly Row[]): {
  part: Row[];
  followedFrom: Row | null;
} {
  const part = rows.slice(0, partSize);
  const last = part.at(-1) ?? null;
  return { part, followedFrom: rows.length > partSize ? last : null };
}
