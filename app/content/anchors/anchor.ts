/**
 * Where a comment stands: `start` and `end` count UTF-16 units in the plain
 * text of one top block (`blockText`); `quotation` is what stood between them,
 * `prefix` and `suffix` the words round it. The three texts find the place
 * again when the offsets no longer hold.
 */
export type Anchor = {
  blockId: string;
  start: number;
  end: number;
  quotation: string;
  prefix: string;
  suffix: string;
};
