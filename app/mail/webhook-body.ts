import { createHmac } from "node:crypto";
import type { ClaimedDelivery } from "~/data/webhooks.server";
import { absolute, paths } from "~/lib/paths";
import { webhookText } from "../../emails/webhook-text";

/** What is sent to one program: JSON of the act, or a text as Slack and its like take it. */
export function webhookBody(told: ClaimedDelivery, origin: string): string {
  const { id, act, at, seq, slug, title, deskName } = told;
  const url = absolute(origin, slug ? paths.deskPage(slug) : paths.desk());
  if (told.format === "slack") {
    const text = webhookText({ act, title, url, deskName });
    return JSON.stringify({ text: forSlack(text) });
  }
  const page = slug === null ? null : { slug, title, url };
  return JSON.stringify({
    id,
    desk: deskName,
    act,
    at: at.toISOString(),
    seq: seq === null ? null : Number(seq),
    page,
  });
}

/**
 * The headers that prove who sent it: HMAC-SHA-256 in hex, under the secret
 * that was shown when the webhook was added, over the time stamp in seconds, a
 * full stop and the body. A receiver refuses an old time stamp, and an id that
 * it has had.
 */
export function signedHeaders(
  told: Pick<ClaimedDelivery, "id" | "secret">,
  body: string,
  sentAt: Date,
): Record<string, string> {
  const seconds = String(Math.floor(sentAt.getTime() / 1000));
  const signature = createHmac("sha256", told.secret)
    .update(`${seconds}.${body}`)
    .digest("hex");
  return {
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": "Imprimatur",
    "Imprimatur-Delivery": told.id,
    "Imprimatur-Signature": `t=${seconds},v1=${signature}`,
  };
}

/** The three characters that mean something in Slack's texts. */
function forSlack(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
