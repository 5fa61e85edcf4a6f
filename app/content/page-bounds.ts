/**
 * How large a page may be: how deep its parts stand inside each other, how many
 * parts it has, text included, and the bytes of its text and attributes in
 * UTF-8. The server refuses more; the editor says so before.
 */
export const pageBounds = {
  depth: 50,
  nodes: 20_000,
  bytes: 2_000_000,
} as const;
