/**
 * The short form of a kind of page, as first set, with yes to every question:
 * what a caller sends who signs an approval without a screen. Six questions,
 * five for a glossary.
 */
export function yesToAll(pageKind: string): string {
  const count = pageKind === "glossary" ? 5 : 6;
  return JSON.stringify(
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `${pageKind}.1.${String(n + 1)}`,
        "yes",
      ]),
    ),
  );
}
