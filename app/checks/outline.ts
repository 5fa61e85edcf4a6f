import type { CheckedBlock } from "./checked-blocks";

/** A heading with what stands under it, deeper headings and their text included. */
export type Section = {
  heading: CheckedBlock;
  level: number;
  under: CheckedBlock[];
};

/** The sections that the headings directly under the body make, in order. */
export function sectionsOf(blocks: readonly CheckedBlock[]): Section[] {
  return blocks.flatMap((heading, index) => {
    if (heading.node.type !== "heading") return [];
    const { level } = heading.node.attrs;
    const rest = blocks.slice(index + 1);
    const next = rest.findIndex(
      ({ node }) => node.type === "heading" && node.attrs.level <= level,
    );
    const under = next < 0 ? rest : rest.slice(0, next);
    return { heading, level, under };
  });
}

/** True when something other than headings says something there. */
export function hasWords(blocks: readonly CheckedBlock[]): boolean {
  return blocks.some(
    ({ node, text }) => node.type !== "heading" && text.trim() !== "",
  );
}
