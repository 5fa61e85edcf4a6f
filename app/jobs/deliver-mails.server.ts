import { getRecipientFacts } from "~/data/mail-facts.server";
import {
  claimMails,
  finishMail,
  type ClaimedMail,
  type MailEnd,
  type MailOutcome,
} from "~/data/outbox.server";
import type { SendMail, SendResult } from "~/mail/send.server";
import { calendarOf } from "./mail-calendar.server";
import { makeMailContent } from "./mail-content.server";

const batch = 20;
/** A pass ends some time, also when mails come faster than they leave. */
const longestPass = 500;

/** How many mails of a pass left, and how many were given up for good. */
export type Delivery = { sent: number; failed: number };

/**
 * Sends what the outbox holds. Each mail is taken under a lease and finished
 * by itself, so that one that cannot be made or sent stops no other; any
 * number of workers may do this at once.
 */
export async function deliverMails(send: SendMail): Promise<Delivery> {
  const delivery = { sent: 0, failed: 0 };
  for (let taken = 0; taken < longestPass;) {
    const mails = await claimMails(batch);
    if (mails.length === 0) break;
    taken += mails.length;
    for (const mail of mails) {
      const end = await deliver(mail, send);
      await finishMail(mail.id, end);
      if (end.outcome === "sent" || end.outcome === "kept") delivery.sent += 1;
      if (end.outcome === "failed") delivery.failed += 1;
    }
  }
  return delivery;
}

async function deliver(mail: ClaimedMail, send: SendMail): Promise<MailEnd> {
  const nothing = { subject: null, html: null, text: null };
  try {
    const to = await getRecipientFacts(mail.recipientId);
    const content = await makeMailContent(mail, to);
    if (!content) return { ...nothing, outcome: "skipped", error: null };
    const desk = { name: to.deskName, address: to.senderAddress };
    const result = await send({
      messageId: mail.messageId,
      from: desk,
      replyTo: desk,
      to: { name: to.name, address: to.email },
      calendar: calendarOf(mail, content, to.deskName),
      ...content,
    });
    return {
      ...content,
      outcome: outcomes[result.outcome],
      error: "reason" in result ? result.reason : null,
    };
  } catch (error) {
    // One mail that cannot be made must not hold up the others; it is tried
    // again and, in the end, shown to the editors as lost.
    return { ...nothing, outcome: "retry", error: String(error) };
  }
}

const outcomes = {
  sent: "sent",
  kept: "kept",
  temporary_failure: "retry",
  permanent_failure: "failed",
} as const satisfies Record<SendResult["outcome"], MailOutcome>;
