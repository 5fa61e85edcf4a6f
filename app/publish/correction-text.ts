import type { Block } from "~/content/page-content";
import { blockText } from "~/content/plain-text";

type Correction = {
  number: number;
  publishedOn: string;
  reason: string;
  blockId: string;
  before: Block | null;
  after: Block | null;
};

/** One corrected block as words before and after. */
export function correctionText(correction: Correction) {
  const { number, blockId, publishedOn, reason, before, after } = correction;
  return {
    key: `${String(number)} ${blockId}`,
    publishedOn,
    reason,
    before: before ? blockText(before) : "",
    after: after ? blockText(after) : "",
  };
}
