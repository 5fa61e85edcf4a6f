import { endSession, openCommandLineSession } from "~/data/sessions.server";
import type { Outcome } from "~/domain/outcome";
import { type Answer, saidNo } from "./command";
import { nobodyAt } from "./people";

/** Does one act as the person at an address, in a session of its own. */
export async function inSessionOf<Value>(
  email: string,
  act: (sessionId: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const opened = await openCommandLineSession(email);
  if (!opened.ok) return opened;
  try {
    return await act(opened.value.sessionId);
  } finally {
    await endSession(opened.value.sessionId);
  }
}

/** Nobody's name goes on a page before it is known that they may sign in. */
export async function whyNobody(email: string): Promise<Answer | null> {
  const opened = await openCommandLineSession(email);
  if (opened.ok) {
    await endSession(opened.value.sessionId);
    return null;
  }
  return opened.because === "not_found" ? nobodyAt(email) : saidNo(opened);
}
