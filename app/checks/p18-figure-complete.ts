import type { FigureFacts } from "~/content/page-content";
import type { Reference } from "./reference";
import { findingOn, type Rule } from "./rule";

/**
 * P18: a figure has an image that the desk holds, alternative text unless it is
 * decorative, and says who made it and under which licence. Asked before
 * sending, not before saving.
 */
export const figureComplete: Rule = {
  id: "P18",
  severity: "blocks",
  title: "A figure has its image, alternative text, credit and licence",
  needs: [],
  without: null,
  run: ({ blocks, reference }) =>
    blocks.flatMap((block) => {
      if (block.node.type !== "figure") return [];
      return missingFrom(block.node.attrs, reference).map((message) =>
        findingOn(block, { rule: "P18", severity: "blocks", message }),
      );
    }),
};

function missingFrom(figure: FigureFacts, { figures }: Reference): string[] {
  const { file, alt, isDecorative, credit, licence } = figure;
  const missing: [boolean, string][] = [
    [file === null, "A figure has no image."],
    [
      file !== null && !figures.has(file),
      "The image of a figure is not on this desk. Add it again.",
    ],
    [
      !isDecorative && alt.trim() === "",
      "A figure has no alternative text. Write one, or say that it is decorative.",
    ],
    [credit.trim() === "", "A figure does not say who made it."],
    [licence.trim() === "", "A figure has no licence."],
  ];
  return missing.flatMap(([isMissing, says]) => (isMissing ? [says] : []));
}
