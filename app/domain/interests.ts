import type { InterestKind, InterestScope } from "./words";

/** One thing that the check of interests found, as `desk.interest_conflicts` tells it. */
export type InterestConflict = {
  entity: string;
  kind: InterestKind;
  scope: InterestScope;
  therapy: string;
  company: string;
  /** Whether the company makes the therapy, or a rival of it. */
  relation: "maker" | "rival";
  standing: InterestScope;
};
