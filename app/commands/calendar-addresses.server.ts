import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { CalendarScope } from "~/data/calendars.server";
import type { Outcome } from "~/domain/outcome";
import { hashToken, makeToken } from "~/lib/token.server";

/** Makes a secret calendar address and gives its token, which is not kept. */
export async function makeCalendarAddress(
  sessionId: string,
  scope: CalendarScope,
): Promise<Outcome<string>> {
  const token = makeToken();
  const outcome = await runAct(appPool(), "make_calendar_address", [
    ...[sessionId, scope, hashToken(token)],
  ]);
  return outcome.ok ? { ...outcome, value: token } : outcome;
}

/** Ends one calendar address of this person; nothing reads under it any more. */
export async function revokeCalendarAddress(
  sessionId: string,
  addressId: string,
): Promise<Outcome<null>> {
  return runAct(appPool(), "revoke_calendar_address", [sessionId, addressId]);
}
