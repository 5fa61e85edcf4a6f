import { expect } from "vitest";
import { runAlerts } from "~/jobs/run-alerts.server";
import { createSendMail, type SendMail } from "~/mail/send.server";
import type { World } from "../support/world";

/** A desk without a mail server: every mail stays in its mailbox. */
export const keepMails = createSendMail(undefined);

/** One pass of the clock that has to go through. */
export async function pass(send: SendMail = keepMails) {
  const result = await runAlerts(send);
  expect(result).toMatchObject({ succeeded: true, error: null });
  return result;
}

export type MailKept = {
  id: string;
  kind: string;
  /** The first name, in small letters, as the world knows its people. */
  to: string;
  state: string;
  attempts: number;
  subject: string | null;
  html: string | null;
  plainText: string | null;
  lastError: string | null;
  sentAt: Date | null;
  nextAttemptAt: Date;
};

/** Mails of one kind in the outbox, of one page where one is named, by recipient. */
export async function listMailsOf(
  world: World,
  kind: string,
  pageId: string | null = null,
): Promise<MailKept[]> {
  return world.rows<MailKept>(
    `SELECT m.id, m.kind, split_part(p.email, '.', 1) AS to, m.state, m.attempts, m.subject, m.html, m.plain_text AS "plainText",
            m.last_error AS "lastError", m.sent_at AS "sentAt", m.next_attempt_at AS "nextAttemptAt"
       FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id WHERE m.kind = $1 AND ($2::uuid IS NULL OR m.page_id = $2) ORDER BY p.email, m.queued_at`,
    [kind, pageId],
  );
}

/** Who was reminded of a page on one day: each step with its people. */
export async function listReminded(
  world: World,
  pageId: string,
  day: string,
): Promise<Record<string, string[]>> {
  const rows = await world.rows<{ step: string; name: string }>(
    `SELECT a.step, split_part(p.email, '.', 1) AS name
       FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id
      WHERE a.page_id = $1 AND a.kind = 'review_due' AND a.raised_on = $2 ORDER BY name`,
    [pageId, day],
  );
  const told: Record<string, string[]> = {};
  for (const { step, name } of rows) (told[step] ??= []).push(name);
  return told;
}
