import { appPool } from "./pools.server";

export const webhookFormats = ["json", "slack"] as const;
export type WebhookFormat = (typeof webhookFormats)[number];

export type Webhook = {
  id: string;
  url: string;
  format: WebhookFormat;
  madeBy: string;
  madeAt: Date;
  revokedAt: Date | null;
};

/** Every program that the desk tells or told, those that still are first. */
export async function listWebhooks(): Promise<Webhook[]> {
  const { rows } = await appPool().query<Webhook>(
    `SELECT w.id, w.url, w.format, p.name AS "madeBy", w.made_at AS "madeAt", w.revoked_at AS "revokedAt"
       FROM desk.webhook w JOIN desk.person p ON p.id = w.made_by
      ORDER BY w.revoked_at IS NOT NULL, w.made_at DESC, w.id LIMIT 100`,
  );
  return rows;
}

export type DeliveryState =
  "queued" | "sending" | "sent" | "failed" | "skipped";

export type DeliveryRow = {
  id: string;
  url: string;
  /** The act that it tells of; "test" for a test. */
  act: string;
  title: string | null;
  state: DeliveryState;
  attempts: number;
  queuedAt: Date;
  lastAnswer: string | null;
};

/** The newest deliveries; a page that this person may not know of is not named. */
export async function listDeliveries(viewerId: string): Promise<DeliveryRow[]> {
  const { rows } = await appPool().query<DeliveryRow>(
    `SELECT d.id, w.url, coalesce(e.act, 'test') AS act, coalesce(dr.title, pg.slug) AS title, d.state, d.attempts,
            d.queued_at AS "queuedAt", d.last_answer AS "lastAnswer"
       FROM desk.webhook_delivery d JOIN desk.webhook w ON w.id = d.webhook_id
       LEFT JOIN desk.audit_event e ON e.seq = d.seq LEFT JOIN desk.page pg ON pg.id = e.page_id
       LEFT JOIN desk.draft dr ON dr.page_id = pg.id AND dr.line = 'main' AND dr.closed_at IS NULL
      WHERE pg.id IS NULL OR desk.may_know_of(pg.id, $1)
      ORDER BY d.queued_at DESC, d.id LIMIT 50`,
    [viewerId],
  );
  return rows;
}

/** One act to tell one program of, under a lease of two minutes. */
export type ClaimedDelivery = {
  id: string;
  /** Which try this is; tells this worker's hold of the delivery from the next one's. */
  attempt: number;
  url: string;
  format: WebhookFormat;
  secret: string;
  seq: string | null;
  act: string;
  at: Date;
  slug: string | null;
  title: string | null;
  deskName: string;
};

/** Queues what happened since each program was told last; gives how many deliveries that made. */
export async function queueWebhooks(): Promise<number> {
  const { rows } = await appPool().query<{ queued: number }>(
    "SELECT desk.queue_webhooks() AS queued",
  );
  return rows[0]?.queued ?? 0;
}

/** Takes deliveries that are due; no other worker gets them meanwhile. */
export async function claimWebhooks(limit: number): Promise<ClaimedDelivery[]> {
  const { rows } = await appPool().query<ClaimedDelivery>(
    `SELECT id, attempt, url, format, secret, seq, act, at, slug, title, desk_name AS "deskName" FROM desk.claim_webhooks($1)`,
    [limit],
  );
  return rows;
}

/** Writes down what became of a claimed delivery; nothing when another worker took it over. */
export async function finishWebhook(
  { id, attempt }: Pick<ClaimedDelivery, "id" | "attempt">,
  outcome: "sent" | "retry" | "failed",
  answer: string,
): Promise<void> {
  await appPool().query("SELECT desk.finish_webhook($1, $2, $3, $4)", [
    id,
    attempt,
    outcome,
    answer,
  ]);
}
