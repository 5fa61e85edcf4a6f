import type { SavePhase, SaveState, SentNote } from "./save-state";

/** "09:14" in the desk's time zone, for a moment in ISO 8601. */
export function timeOfDay(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(moment));
}

/** "20 Nov 18:02" in the desk's time zone. */
export function dayAndTime(moment: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    timeZone,
  }).format(new Date(moment));
  return `${day} ${timeOfDay(moment, timeZone)}`;
}

/** "Dr Novak's". */
export function ofName(name: string): string {
  return `${name}'s`;
}

type Spoken = Pick<SaveState, "phase" | "isKeptHere" | "mergedWith">;

/** The one line that says where the words of the writer are. */
export function saveLine({ phase, isKeptHere, mergedWith }: Spoken): string {
  switch (phase) {
    case "saved":
      return mergedWith === null
        ? "All changes saved"
        : `Merged with ${ofName(mergedWith)} edit`;
    case "unsaved":
    case "saving":
      return "Saving…";
    case "unreachable":
    case "signed_out":
      return isKeptHere
        ? "Not connected, kept on this device"
        : "Not connected, not kept on this device";
    case "clash":
      return "Needs your choice";
    case "invalid":
      return "Not saved: something needs a change";
    case "closed":
      return "Not saved: closed for writing";
  }
}

/** What the writer must know when this device keeps no copy of unsaved words. */
export const notKeptHere =
  "This browser keeps no copy of what is not saved. Leave this page open, or copy your text.";

/** Why a clash is still open: this device took no copy of what goes. */
export const nothingSetAside =
  "This browser could not keep the words that would be left out, so nothing is chosen yet. Try again, or keep both and take out what is too much.";

/** Why a clash is still open: the text on the screen was being changed. */
export const notChosenYet =
  "The choice could not be brought into the text just now. Please choose again.";

/** "Sent at 16:40: 3 paragraphs written on this device since 20 Nov 14:02." */
export function sentSentence(sent: SentNote, timeZone: string): string {
  const { blocks } = sent;
  const what =
    blocks === 1
      ? "1 paragraph"
      : blocks === 0
        ? "what was taken out"
        : `${blocks} paragraphs`;
  return `Sent at ${timeOfDay(sent.savedAt, timeZone)}: ${what}, changed on this device since ${dayAndTime(sent.since, timeZone)}.`;
}

/**
 * What the live region says next, given the line it spoke last: a new trouble
 * and its end, a merge, and nothing for ordinary saving (null).
 */
export function announcement(
  spokenOf: SavePhase | "merged" | null,
  { phase, isKeptHere, mergedWith, sentences }: SaveState,
): string | null {
  if (phase === "unsaved" || phase === "saving") return null;
  const line = saveLine({ phase, isKeptHere, mergedWith });
  if (phase === "saved") {
    if (mergedWith !== null) return spokenOf === "merged" ? null : line;
    return spokenOf === null || spokenOf === "merged" ? null : line;
  }
  if (phase === spokenOf) return null;
  return [line, ...sentences].join(". ");
}
