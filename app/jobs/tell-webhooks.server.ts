import { finishJob, startJob } from "~/data/outbox.server";
import {
  claimWebhooks,
  finishWebhook,
  queueWebhooks,
  type ClaimedDelivery,
} from "~/data/webhooks.server";
import { environment } from "~/lib/environment.server";
import { postWebhook } from "~/lib/post-webhook.server";
import { signedHeaders, webhookBody } from "~/mail/webhook-body";

const batch = 20;
/** A pass ends some time, also when a program is slow and much happens. */
const longestPass = 100;

/**
 * One pass of the webhooks' own clock; gives why it broke off, or null. They
 * have a record of their own as well, so that one that fails is no failed alert.
 */
export async function runWebhooks(): Promise<string | null> {
  try {
    await tellWebhooks();
    return null;
  } catch (failure) {
    const error = String(failure);
    const nothing = { succeeded: false, raised: 0, sent: 0, failed: 0 };
    await finishJob(await startJob("webhooks"), { ...nothing, error });
    return error;
  }
}

/**
 * Tells the programs that were added as webhooks what happened since. Each
 * delivery is taken under a lease and finished by itself; any number of workers
 * may do this at once. Gives how many arrived.
 */
export async function tellWebhooks(post = postWebhook): Promise<number> {
  await queueWebhooks();
  let sent = 0;
  for (let taken = 0; taken < longestPass;) {
    const deliveries = await claimWebhooks(batch);
    if (deliveries.length === 0) break;
    taken += deliveries.length;
    const outcomes = await Promise.all(
      deliveries.map((delivery) => tell(delivery, post)),
    );
    sent += outcomes.filter((outcome) => outcome === "sent").length;
  }
  return sent;
}

async function tell(delivery: ClaimedDelivery, post: typeof postWebhook) {
  const body = webhookBody(delivery, environment().origin);
  const headers = signedHeaders(delivery, body, new Date());
  const { outcome, answer } = await post(delivery.url, body, headers);
  await finishWebhook(delivery, outcome, answer);
  return outcome;
}
