import type { SavePhase, SaveState } from "./save-state";

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

/** The one line that says where the words of the writer are. */
export function saveLine({
  phase,
  isKeptHere,
}: Pick<SaveState, "phase" | "isKeptHere">): string {
  switch (phase) {
    case "saved":
      return "All changes saved";
    case "unsaved":
      return "Unsaved changes";
    case "saving":
      return "Saving…";
    case "unreachable":
      return isKeptHere
        ? "Not connected, kept on this device"
        : "Not connected, and this device keeps no copy: leave this page open";
    case "signed_out":
      return "Signed out: your text is kept here. Sign in again";
    case "clash":
      return "Needs your choice";
    case "invalid":
      return "Not saved: something needs a change";
    case "closed":
      return "Not saved: closed for writing";
  }
}

/**
 * What the live region says next, given the trouble it spoke of last: a new
 * trouble, the end of one, and nothing for ordinary saving (null).
 */
export function announcement(
  spokenOf: SavePhase | null,
  { phase, isKeptHere, sentences }: SaveState,
): string | null {
  const isQuiet =
    phase === "saved" || phase === "unsaved" || phase === "saving";
  if (isQuiet)
    return spokenOf !== null && phase === "saved" ? "All changes saved" : null;
  if (phase === spokenOf) return null;
  return [saveLine({ phase, isKeptHere }), ...sentences].join(". ");
}
