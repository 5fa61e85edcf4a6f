import type { Severity } from "~/domain/words";
import { citationsOf } from "./citations-of";
import { versionOf } from "./reference";
import type { RetractionNature } from "./reference/rows";
import { findingOn, type Rule } from "./rule";

const bySort: Record<
  RetractionNature,
  { severity: Severity; what: string } | null
> = {
  retraction: { severity: "blocks", what: "is retracted" },
  expression_of_concern: {
    severity: "warns",
    what: "has an expression of concern",
  },
  correction: { severity: "warns", what: "has been corrected" },
  reinstatement: null,
};

/**
 * R5: no cited paper is retracted by the loaded snapshot of retractions.
 * Retractions block; expressions of concern and corrections warn. A paper that
 * the snapshot does not list is not thereby cleared.
 */
export const retractedSource: Rule = {
  id: "R5",
  severity: "blocks",
  title: "No cited paper is listed as retracted",
  needs: ["retractions"],
  without: null,
  run: ({ blocks, reference }) =>
    blocks.flatMap((block) =>
      citationsOf(block).flatMap(({ scheme, id, label }) => {
        const nature =
          scheme === "pmid" ? reference.retractions.get(id) : undefined;
        const sort = nature === undefined ? null : bySort[nature];
        if (sort === null) return [];
        const found = findingOn(block, {
          rule: "R5",
          severity: sort.severity,
          message: `PMID ${id} ${sort.what} by the snapshot of ${versionOf(reference, "retractions")}.`,
        });
        return { ...found, excerpt: label || `PMID ${id}` };
      }),
    ),
};
