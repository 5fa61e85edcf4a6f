import type { ReviewScreen } from "./load-review.server";

/** The parts of the review screen, in their order, with the ids they can be reached by. */
export function placesOnScreen(
  review: ReviewScreen,
): { id: string; label: string }[] {
  const blocking = review.findings.filter(
    ({ severity, setAsideBy }) => severity === "blocks" && !setAsideBy,
  ).length;
  const open = review.remarks.filter(({ isClosed }) => !isClosed).length;
  const decision = { id: "decision", label: "Your decision" };
  return [
    ...(review.signature ? [decision] : []),
    { id: "interests", label: "Your interests" },
    { id: "changes", label: "What changed" },
    {
      id: "checks",
      label: blocking > 0 ? `Checks: ${String(blocking)} block` : "Checks",
    },
    { id: "text", label: "The text" },
    {
      id: "remarks",
      label: open > 0 ? `Remarks: ${String(open)} open` : "Remarks",
    },
    ...(review.signature ? [] : [decision]),
  ];
}
