import { isSameText } from "../canonical";
import { applyChanges } from "../compare/apply-changes";
import { compareBodies } from "../compare/compare-bodies";
import type { Change, Comparison } from "../compare/comparison";
import {
  type BodyMerge,
  type BodySide,
  mergeThreeWays,
} from "../compare/merge-three-ways";
import type { Body } from "../page-content";

/** Somebody's suggestions: the text they started from, the one they propose, and what was decided. */
export type Suggested = {
  base: Body;
  proposed: Body;
  decided: ReadonlyMap<string, "accepted" | "declined">;
};

/** How a set of suggestions stands: its changes, and those that wait for an answer. */
export type Standing = {
  comparison: Comparison;
  accepted: ReadonlySet<string>;
  open: Change[];
};

/** The changes of a set, worked out from its two texts, and which are open. */
export function standingOf({ base, proposed, decided }: Suggested): Standing {
  const comparison = compareBodies(base, proposed);
  const accepted = new Set(
    comparison.changes
      .filter(({ id }) => decided.get(id) === "accepted")
      .map(({ id }) => id),
  );
  const open = comparison.changes.filter(({ id }) => !decided.has(id));
  return { comparison, accepted, open };
}

/**
 * The draft with some more changes of a set made. Where the draft has moved on
 * since the set was made the change is carried over: other words merge by
 * themselves; where the same words changed it is a clash, in which the draft
 * stands unless `choices` says otherwise by the clash's id.
 */
export function withChanges(
  draft: Body,
  { comparison, accepted }: Standing,
  ids: readonly string[],
  choices: ReadonlyMap<string, BodySide> = new Map(),
): BodyMerge {
  const before = applyChanges(comparison, accepted);
  const after = applyChanges(comparison, new Set([...accepted, ...ids]));
  return mergeThreeWays(before, draft, after, choices);
}

/** The draft with one accepted change taken out again. */
export function withoutChange(
  draft: Body,
  { comparison, accepted }: Standing,
  id: string,
): BodyMerge {
  const before = applyChanges(comparison, accepted);
  const rest = [...accepted].filter((each) => each !== id);
  return mergeThreeWays(before, draft, applyChanges(comparison, new Set(rest)));
}

/**
 * The open changes that the draft's own words stand against: each of them is a
 * choice for a person. None while the draft is as the set knows it.
 */
export function clashingChanges(draft: Body, standing: Standing): Set<string> {
  const { comparison, accepted, open } = standing;
  if (isSameText(draft, applyChanges(comparison, accepted))) return new Set();
  const together = withChanges(
    draft,
    standing,
    open.map(({ id }) => id),
  );
  const blocks = new Set(together.clashes.map(({ blockId }) => blockId));
  const clashing = open.filter(
    ({ id, blockId }) =>
      blocks.has(blockId) &&
      withChanges(draft, standing, [id]).clashes.length > 0,
  );
  return new Set(clashing.map(({ id }) => id));
}

/**
 * What is still proposed, on top of the draft as it stands: where its writer
 * goes on. Declined changes are not in it; where the draft changed the same
 * words the proposal keeps its own, since nothing of it may be lost.
 */
export function rebased(draft: Body, standing: Standing): Body {
  const ids = standing.open.map(({ id }) => id);
  const { clashes } = withChanges(draft, standing, ids);
  const choices = new Map(
    clashes.map(({ id }): [string, BodySide] => [id, "theirs"]),
  );
  return withChanges(draft, standing, ids, choices).body;
}
