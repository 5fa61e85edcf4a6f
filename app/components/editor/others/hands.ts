import { ringCount, ringOf } from "../../person-ring";

/**
 * A colour and a border for each suggester: always the same for the same
 * person, unless somebody before them in the list has it.
 */
export function handsOf(
  people: readonly { madeById: string }[],
): Map<string, number> {
  const hands = new Map<string, number>();
  for (const { madeById } of people) {
    if (hands.has(madeById)) continue;
    let hand = ringOf(madeById);
    const taken = new Set(hands.values());
    for (let turn = 0; turn < ringCount && taken.has(hand); turn += 1)
      hand = (hand + 1) % ringCount;
    hands.set(madeById, hand);
  }
  return hands;
}
