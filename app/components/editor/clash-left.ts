import type { Body } from "~/content/page-content";
import { blockById, type BlockClash, type ClashChoice } from "./clash-block";
import type { TextToKeep } from "./journal";
import type { Meeting } from "./save-state";

/** The block that a choice leaves out, to be kept on this device; null when none is. */
export function leftByChoice(
  { blockId, theirs }: BlockClash,
  choice: ClashChoice,
  current: Body | null,
  { revision, savedBy }: Meeting,
): Omit<TextToKeep, "writtenAt"> | null {
  const mine = blockById(current, blockId);
  const left = { mine: theirs, theirs: mine, both: null }[choice];
  if (left === null) return null;
  return {
    baseRevision: revision,
    base: null,
    body: { type: "doc", content: [left] },
    writtenBy: choice === "mine" ? savedBy : null,
  };
}
