import { getRecipientFacts } from "~/data/mail-facts.server";
import {
  claimMails,
  finishMail,
  holdMail,
  type ClaimedMail,
  type MailEnd,
  type MailOutcome,
} from "~/data/outbox.server";
import type { SendMail, SendResult } from "~/mail/send.server";
import { calendarOf } from "./mail-calendar.server";
import { makeMailContent } from "./mail-content.server";

const batch = 20;
/** Mails under way at once in one pass; a worker that dies repeats no more than these of each of its two, the alerts' and the outbox's. */
const abreast = 4;
/** A pass ends some time, also when mails come faster than they leave. */
const longestPass = 5_000;
/** So many tries in a row without an answer, and the server is left alone until the next pass. */
const patienceWithServer = 5;

/** How many mails of a pass left, and how many were given up for good. */
export type Delivery = { sent: number; failed: number };

type Pass = Delivery & { triesInVain: number };

/**
 * Sends what the outbox holds. Each mail is taken under a lease, held anew
 * right before it is made and sent, and finished by itself, so that one that cannot be
 * made or sent stops no other; any number of workers may do this at once. When
 * the mail server is away the pass ends early and gives back what it took.
 */
export async function deliverMails(send: SendMail): Promise<Delivery> {
  const pass: Pass = { sent: 0, failed: 0, triesInVain: 0 };
  for (let taken = 0; taken < longestPass && !isServerAway(pass);) {
    const mails = await claimMails(batch);
    if (mails.length === 0) break;
    taken += mails.length;
    const lane = async () => {
      for (let mail = mails.shift(); mail; mail = mails.shift())
        await deliverOne(mail, send, pass);
    };
    await Promise.all(Array.from({ length: abreast }, lane));
  }
  return { sent: pass.sent, failed: pass.failed };
}

const isServerAway = ({ triesInVain }: Pass) =>
  triesInVain >= patienceWithServer;

async function deliverOne(
  mail: ClaimedMail,
  send: SendMail,
  pass: Pass,
): Promise<void> {
  const end = isServerAway(pass) ? untried : await deliver(mail, send);
  if (!end) return;
  await finishMail(mail, end);
  if (end.outcome === "retry") pass.triesInVain += 1;
  if (end.outcome === "sent" || end.outcome === "kept") {
    pass.sent += 1;
    pass.triesInVain = 0;
  }
  if (end.outcome === "failed") pass.failed += 1;
}

const nothing = { subject: null, html: null, text: null, error: null };
const untried: MailEnd = { ...nothing, outcome: "released" };

/** What became of one mail; null when another worker has it by now. */
async function deliver(
  mail: ClaimedMail,
  send: SendMail,
): Promise<MailEnd | null> {
  try {
    if (!(await holdMail(mail))) return null;
    const to = await getRecipientFacts(mail.recipientId);
    const content = await makeMailContent(mail, to);
    if (!content) return { ...nothing, outcome: "skipped" };
    const desk = { name: to.deskName, address: to.senderAddress };
    const { unsubscribe, ...words } = content;
    const result = await send({
      messageId: mail.messageId,
      from: desk,
      replyTo: desk,
      to: { name: to.name, address: to.email },
      calendar: calendarOf(mail, content, to.deskName),
      ...words,
      ...(unsubscribe && { unsubscribe }),
    });
    return {
      ...words,
      outcome: outcomes[result.outcome],
      error: "reason" in result ? result.reason : null,
    };
  } catch (error) {
    // One mail that cannot be made must not hold up the others; it is tried
    // again and, in the end, shown to the editors as lost.
    return { ...nothing, outcome: "broken", error: String(error) };
  }
}

const outcomes = {
  sent: "sent",
  kept: "kept",
  temporary_failure: "retry",
  permanent_failure: "failed",
} as const satisfies Record<SendResult["outcome"], MailOutcome>;
