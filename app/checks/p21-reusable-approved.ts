import { canonical } from "~/content/canonical";
import type { Reusable } from "~/content/page-content";
import type { Reference } from "./reference";
import { findingOn, type Finding, type Rule } from "./rule";

/**
 * P21: a reusable text on a page is word for word an approved version of it.
 * Blocks where the version was never approved, its kind is another or the words
 * differ; warns where a newer version has been approved since.
 */
export const reusableApproved: Rule = {
  id: "P21",
  severity: "blocks",
  title: "A reusable text is an approved version of it",
  needs: [],
  without: null,
  run: ({ blocks, reference }) =>
    blocks.flatMap((block) => {
      if (block.node.type !== "reusable") return [];
      const judged = judge(block.node, reference);
      return judged === null
        ? []
        : [findingOn(block, { rule: "P21", ...judged })];
    }),
};

function judge(
  { attrs, content }: Reusable,
  { reusables }: Reference,
): Pick<Finding, "severity" | "message"> | null {
  const { component, version, kind } = attrs;
  const held = reusables.get(component);
  const approved = held?.versions.find(({ number }) => number === version);
  if (held === undefined || approved === undefined || held.kind !== kind)
    return {
      severity: "blocks",
      message: `Version ${version} of the reusable text “${component}” is not approved.`,
    };
  if (canonical(approved.content) !== canonical(content))
    return {
      severity: "blocks",
      message: `The words differ from version ${version} of “${held.name}” as it was approved. Save the page again to bring them back.`,
    };
  const newest = Math.max(...held.versions.map(({ number }) => number));
  return newest === version
    ? null
    : {
        severity: "warns",
        message: `Version ${newest} of “${held.name}” has been approved; this page shows version ${version}.`,
      };
}
