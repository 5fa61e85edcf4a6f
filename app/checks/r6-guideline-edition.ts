import type { Guideline } from "~/content/page-content";
import { findingOn, type Rule } from "./rule";

/**
 * R6: a source guideline names its organisation, its title, and its version or
 * date: some publishers number their editions, others only date them. Whether a
 * newer one exists is not known here.
 */
export const guidelineEdition: Rule = {
  id: "R6",
  severity: "blocks",
  title: "A source guideline names its organisation and edition",
  needs: [],
  without: null,
  run: ({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.node.type !== "sourceGuidelines") return [];
      return block.node.content.flatMap((guideline) => {
        const missing = missingFrom(guideline);
        if (missing.length === 0) return [];
        const named = guideline.attrs.title.trim() || "A source guideline";
        const message = `${named}: give its ${missing.join(" and ")}.`;
        return [findingOn(block, { rule: "R6", severity: "blocks", message })];
      });
    }),
};

function missingFrom({ attrs }: Guideline): string[] {
  return [
    ...(attrs.organisation.trim() === "" ? ["organisation"] : []),
    ...(attrs.title.trim() === "" ? ["title"] : []),
    ...(attrs.version.trim() === "" && attrs.date === ""
      ? ["version or date"]
      : []),
  ];
}
