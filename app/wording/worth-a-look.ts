import type { ApprovalFacts } from "./before-approving";
import { type Condition, several } from "./condition";

/** What a signer may look at again first; none of it holds the signature back. */
export function advicesOf(facts: ApprovalFacts): Condition[] {
  const { sections, mustFix, blockingFindings } = facts;
  const looked: Condition[] =
    sections.length === 0
      ? []
      : [
          several({
            key: "sections",
            open: (left) =>
              left === sections.length && left > 1
                ? `No section is ticked as looked at, of ${String(left)}`
                : "Not ticked as looked at",
            done: "Every section is ticked as looked at",
            isOneAtFirst: true,
            parts: sections.map(({ anchor, label, isTicked }) => ({
              label,
              href: `#tick-${anchor}`,
              isDone: isTicked,
            })),
          }),
        ];
  const comments: Condition[] =
    mustFix.length === 0
      ? []
      : [
          {
            key: "must_fix",
            open: `${mustFix.length === 1 ? "A must-fix comment is" : `${String(mustFix.length)} must-fix comments are`} open: nothing is published until ${mustFix.length === 1 ? "it is" : "they are"} closed`,
            done: "",
            isDone: false,
            parts: mustFix.map(({ id, raisedBy }) => ({
              label: `By ${raisedBy}`,
              href: `#remark-${id}`,
              isDone: false,
            })),
          },
        ];
  const findings: Condition[] =
    blockingFindings === 0
      ? []
      : [
          {
            key: "findings",
            open: `${blockingFindings === 1 ? "A finding of the checks blocks" : `${String(blockingFindings)} findings of the checks block`} publication`,
            done: "",
            isDone: false,
            parts: [
              { label: "What was found", href: "#checks", isDone: false },
            ],
          },
        ];
  return [...looked, ...comments, ...findings];
}
