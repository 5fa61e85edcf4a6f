/** A comment that somebody has begun and not sent. */
export type KeptComment = {
  kind: string;
  remark: string;
  mentionIds: string[];
  /** Where it stands; empty where that was not chosen. */
  blockId: string;
  quotation: string;
  start: string;
  /** Sent with a form whose answer has not been seen. */
  isSent: boolean;
  /** ISO 8601, by this device's clock. */
  writtenAt: string;
};

const keptForDays = 30;

/** Which comment of whom: one page and one person, whatever the screen. */
export function keptCommentName(slug: string, personId: string): string {
  return `imprimatur-comment ${slug}:${personId}`;
}

/** What this browser keeps under a name; null when nothing, or nothing of late. */
export function readKeptComment(name: string): KeptComment | null {
  try {
    const held = localStorage.getItem(name);
    // Only this file writes under such a name.
    const kept = held ? (JSON.parse(held) as KeptComment) : null;
    if (kept === null) return null;
    const age = Date.now() - Date.parse(kept.writtenAt);
    if (age < keptForDays * 86_400_000) return kept;
    localStorage.removeItem(name);
    return null;
  } catch {
    // No store, or not ours: nothing is kept.
    return null;
  }
}

/** Keeps a comment as it is typed; one without words is not kept. */
export function keepComment(
  name: string,
  comment: Omit<KeptComment, "writtenAt">,
): void {
  try {
    if (comment.remark.trim() === "") localStorage.removeItem(name);
    else {
      const writtenAt = new Date().toISOString();
      localStorage.setItem(name, JSON.stringify({ ...comment, writtenAt }));
    }
  } catch {
    // Without a store it stays on the screen alone, as any form.
  }
}

export function forgetComment(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** What a form of a comment holds now. */
export function commentIn(
  form: HTMLFormElement,
): Omit<KeptComment, "writtenAt" | "isSent"> {
  const sent = new FormData(form);
  const textOf = (name: string) => {
    const value = sent.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    kind: textOf("kind"),
    remark: textOf("remark"),
    mentionIds: sent.getAll("mentionIds").map(String),
    blockId: textOf("blockId"),
    quotation: textOf("quotation"),
    start: textOf("start"),
  };
}
