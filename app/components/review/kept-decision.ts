/** A decision that somebody has begun and not signed. */
type KeptDecision = {
  /** The text that it is about, and as whom, and after which decision. */
  of: string;
  fields: [name: string, value: string][];
  /** ISO 8601, by this device's clock. */
  writtenAt: string;
};

const keptForDays = 30;

/** One for each review: its address is its name. */
function keptName(): string {
  return `imprimatur-decision ${location.pathname}`;
}

/** What this browser keeps of a decision about the same text; null when nothing, or nothing of late. */
export function readKeptDecision(of: string): KeptDecision["fields"] | null {
  try {
    const held = localStorage.getItem(keptName());
    // Only this file writes under such a name.
    const kept = held ? (JSON.parse(held) as KeptDecision) : null;
    if (kept === null) return null;
    const age = Date.now() - Date.parse(kept.writtenAt);
    if (kept.of === of && age < keptForDays * 86_400_000) return kept.fields;
    localStorage.removeItem(keptName());
    return null;
  } catch {
    // No store, or not ours: nothing is kept.
    return null;
  }
}

/** Never kept: what proves who one is, and what the screen fills in by itself. */
const notKept = new Set([
  ...["intent", "sha", "seen", "filledDue", "password", "code"],
]);

/** Keeps a decision as it is entered, but for what proves who one is. */
export function keepDecision(of: string, form: HTMLFormElement): void {
  const entered = new FormData(form);
  const fields = [...entered].flatMap(
    ([name, value]): KeptDecision["fields"] =>
      typeof value !== "string" ||
      notKept.has(name) ||
      // The day that the rules filled in is theirs, and another one tomorrow.
      (name === "nextReviewDue" && value === entered.get("filledDue"))
        ? []
        : [[name, value]],
  );
  const kept: KeptDecision = {
    of,
    fields,
    writtenAt: new Date().toISOString(),
  };
  try {
    localStorage.setItem(keptName(), JSON.stringify(kept));
  } catch {
    // Without a store it stays on the screen alone, as any form.
  }
}

/** Forgets what was kept of a decision that has been signed. */
export function forgetDecision(): void {
  try {
    localStorage.removeItem(keptName());
  } catch {
    // Nothing was kept.
  }
}
