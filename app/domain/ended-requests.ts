import type { AssignmentState } from "./words";

/** What can become of a request to review before it leads to a decision. */
export type RequestEnd =
  | "dismissed"
  | "handed_over"
  | "left"
  | "declined"
  | "lapsed"
  | "superseded"
  | "taken_back"
  | "archived"
  | "published";

/**
 * Whether a request to review asks nothing any more: it was dismissed, declined
 * or lapsed, or its round closed, or a newer version took the place of its own
 * before it was decided on. One that was decided on has not ended: its signature
 * stands, and can be revoked. Source: product.md, section 1, assignment.
 */
export function hasEnded(request: {
  state: AssignmentState;
  isRoundOpen: boolean;
  isNewest: boolean;
}): boolean {
  const { state, isRoundOpen, isNewest } = request;
  if (state === "done") return false;
  if (state === "invited" || state === "accepted")
    return !isRoundOpen || !isNewest;
  return true;
}
