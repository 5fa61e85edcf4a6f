import type { ClaimedMail } from "./outbox.server";
import { appPool } from "./pools.server";

/** A mail as the mailbox of the desk lists it. */
export type MailRow = {
  id: string;
  kind: string;
  recipientName: string;
  recipientEmail: string;
  subject: string | null;
  state: "queued" | "sending" | "sent" | "kept" | "failed" | "skipped";
  queuedAt: Date;
  sentAt: Date | null;
  lastError: string | null;
};

const mailColumns = `m.id, m.kind, btrim(p.prefix || ' ' || p.name) AS "recipientName", p.email AS "recipientEmail",
  m.subject, m.state, m.queued_at AS "queuedAt", m.sent_at AS "sentAt", m.last_error AS "lastError"`;

/** Mails about a confidential page are for those who may know of it. */
const isNotKept = (viewer: string) =>
  `(m.page_id IS NULL OR desk.may_know_of(m.page_id, ${viewer}::uuid))`;

const mailsPerPage = 50;

/** Mails, the newest first, a page at a time; of one recipient where one is named. */
export async function listMails({
  recipientId,
  viewerId,
  page,
}: {
  recipientId: string | null;
  viewerId: string;
  page: number;
}): Promise<{ mails: MailRow[]; hasMore: boolean }> {
  const { rows } = await appPool().query<MailRow>(
    `SELECT ${mailColumns} FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id
      WHERE ($1::uuid IS NULL OR m.recipient_id = $1) AND ${isNotKept("$4")}
      ORDER BY m.queued_at DESC, m.id LIMIT $2 OFFSET $3`,
    [recipientId, mailsPerPage + 1, (page - 1) * mailsPerPage, viewerId],
  );
  return {
    mails: rows.slice(0, mailsPerPage),
    hasMore: rows.length > mailsPerPage,
  };
}

export type Mail = MailRow & {
  recipientId: string;
  html: string | null;
  plainText: string | null;
};

/** One mail with its words; null when there is none, or it is not there for this recipient. */
export async function findMail(
  mailId: string,
  recipientId: string | null,
  viewerId: string,
): Promise<Mail | null> {
  const { rows } = await appPool().query<Mail>(
    `SELECT ${mailColumns}, m.recipient_id AS "recipientId", m.html, m.plain_text AS "plainText"
       FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id
      WHERE m.id = $1 AND ($2::uuid IS NULL OR m.recipient_id = $2) AND ${isNotKept("$3")}`,
    [mailId, recipientId, viewerId],
  );
  return rows[0] ?? null;
}

/** The newest mails of a kind about which the viewer may know, as a worker would take them; at most `limit`. */
export async function listLastMailsOf(
  kind: string,
  viewerId: string,
  limit: number,
): Promise<ClaimedMail[]> {
  const { rows } = await appPool().query<ClaimedMail>(
    `SELECT m.id, m.kind, m.recipient_id AS "recipientId", m.page_id AS "pageId", m.props, m.message_id AS "messageId"
       FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id AND p.is_active
      WHERE m.kind = $1 AND m.state <> 'skipped' AND ${isNotKept("$2")}
      ORDER BY m.queued_at DESC, m.id LIMIT $3`,
    [kind, viewerId, limit],
  );
  return rows;
}
