import { runAct } from "~/data/act.server";
import type { DeskSettings } from "~/data/desk-settings.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Changes the settings of the desk, with before and after in the record of acts. */
export async function changeSettings(
  sessionId: string,
  settings: DeskSettings,
): Promise<Outcome> {
  const { deskName, timeZone, dateOrder, senderAddress } = settings;
  return runAct(appPool(), "change_settings", [
    ...[sessionId, deskName, timeZone, dateOrder, senderAddress],
  ]);
}
