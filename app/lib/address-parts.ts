/** One part of a path, whatever it holds. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}

/** A path with those of the answers that were given. */
export function withQuery(
  path: string,
  query: Record<string, string | undefined>,
): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length > 0
    ? `${path}?${new URLSearchParams(given).toString()}`
    : path;
}
