import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { WebhookFormat } from "~/data/webhooks.server";
import { refused, type Outcome } from "~/domain/outcome";
import { whyNotReachable } from "~/lib/post-webhook.server";
import { makeToken } from "~/lib/token.server";

/**
 * Adds a program that the desk tells what happens, and gives the secret of its
 * signatures, which no screen shows again. Refused where the address is not
 * https, is unknown, or leads into a private network now; it is looked at again
 * at each sending.
 */
export async function addWebhook(
  sessionId: string,
  { url, format }: { url: string; format: WebhookFormat },
  whyNot = whyNotReachable,
): Promise<Outcome<string>> {
  const because = await whyNot(url);
  if (because) return refused(because);
  const secret = makeToken();
  const outcome = await runAct(appPool(), "add_webhook", [
    ...[sessionId, new URL(url).href, format, secret],
  ]);
  return outcome.ok ? { ...outcome, value: secret } : outcome;
}

/** Ends a webhook: what waits for it is not sent, and its secret is forgotten. */
export async function revokeWebhook(
  sessionId: string,
  webhookId: string,
): Promise<Outcome<null>> {
  return runAct(appPool(), "revoke_webhook", [sessionId, webhookId]);
}

/** Queues a test for one webhook; it leaves with the next pass of the clock. */
export async function testWebhook(
  sessionId: string,
  webhookId: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "test_webhook", [sessionId, webhookId]);
}
