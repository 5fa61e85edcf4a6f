import type { Block } from "~/content/page-content";
import { isRecord } from "~/content/problems";

type Left = {
  /** The revision that the writer's words met. */
  revision: number;
  blockId: string;
  /** The writer's own; null for the one that the draft has. */
  block: Block | null;
};

const patience = 20_000;

/**
 * Gives the desk the block that a choice leaves out, for the page's history.
 * Null when it has it, else why not. Never throws.
 */
export async function sendSetAside(
  saveUrl: string,
  setAside: Left,
): Promise<string | null> {
  try {
    const response = await fetch(saveUrl, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
      },
      body: JSON.stringify({ setAside }),
      signal: AbortSignal.timeout(patience),
    });
    if (response.type === "opaqueredirect" || response.status === 401)
      return "You are signed out. Sign in in another tab, then choose again. Your words are kept on this device.";
    const answer: unknown = await response.json();
    if (!isRecord(answer)) return notReached;
    if (answer.ok === true) return null;
    return typeof answer.message === "string" ? answer.message : notReached;
  } catch {
    return notReached;
  }
}

const notReached =
  "The desk cannot be reached, so nothing is chosen yet. Your words are kept on this device; choose again when you are connected.";
