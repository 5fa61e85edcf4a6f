import type { Need, RoundAssignment } from "~/data/assignments.server";

/** One seat of a round: what it asks for, and who sits there. */
export type Seat = { need: Need; assignment: RoundAssignment | null };

const sitting = new Set(["invited", "accepted", "done"]);

/**
 * A seat for each person that the rules ask for, and one more for whoever was
 * asked besides, such as an adjudicator; who declined or was released has left.
 */
export function seatsOf(
  needs: readonly Need[],
  assignments: readonly RoundAssignment[],
): { seats: Seat[]; left: RoundAssignment[] } {
  const seats = needs.flatMap((need) => {
    const held = assignments.filter(
      ({ expertise, state }) =>
        expertise === need.expertise && sitting.has(state),
    );
    const empty = Math.max(0, need.count - held.length);
    return [...held, ...Array<null>(empty).fill(null)].map((assignment) => ({
      need,
      assignment,
    }));
  });
  const left = assignments.filter(({ state }) => !sitting.has(state));
  return { seats, left };
}
