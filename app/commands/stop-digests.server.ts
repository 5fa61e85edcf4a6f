import { stopDigests as stopByKey } from "~/data/notification-settings.server";
import { hashToken } from "~/lib/token.server";

/** Stops one person's digests by the key in their mail; false for a key that nobody has. */
export async function stopDigests(key: string): Promise<boolean> {
  return stopByKey(hashToken(key));
}
