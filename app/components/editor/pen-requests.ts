import { type Pen, readPen } from "./pen-state";

export type PenAct = "write" | "ask" | "give" | "take";

const patience = 10_000;

/** How the pen stands, or null when the desk does not answer. Never throws. */
export function lookAtPen(penUrl: string): Promise<Pen | null> {
  return ask(penUrl, {});
}

/** One act with the pen, and how it stands after that. Never throws. */
export function actOnPen(
  penUrl: string,
  act: PenAct,
  reason = "",
): Promise<Pen | null> {
  const body = new URLSearchParams({ act, reason });
  return ask(penUrl, { method: "POST", body });
}

/** Puts the pen down as the page goes; nobody waits for the answer. */
export function releasePen(penUrl: string): void {
  navigator.sendBeacon(penUrl, new URLSearchParams({ act: "release" }));
}

async function ask(penUrl: string, request: RequestInit): Promise<Pen | null> {
  try {
    const response = await fetch(penUrl, {
      ...request,
      credentials: "same-origin",
      redirect: "manual",
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(patience),
    });
    return response.ok ? readPen(await response.json()) : null;
  } catch {
    return null;
  }
}
