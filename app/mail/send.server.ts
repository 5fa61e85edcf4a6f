import { createTransport } from "nodemailer";
import { whyNotSendable, type OutgoingMail } from "./outgoing-mail";
import { failureOf, type SendFailure } from "./send-failure";
import { parseSmtpUrl } from "./smtp-settings";

export type SendResult =
  | { outcome: "sent"; answer: string }
  /** There is no mail server: the mailbox screen of the desk shows the mail. */
  | { outcome: "kept" }
  | SendFailure;

export type SendMail = (mail: OutgoingMail) => Promise<SendResult>;

/**
 * In milliseconds; `silence` is how long the server may say nothing, `whole` how
 * long one mail may take: less than the lease under which a worker holds it.
 */
type Patience = { connect: number; silence: number; whole?: number };

/**
 * How this desk sends mail. With an SMTP_URL each mail goes to that server on
 * a connection of its own; without one every mail is only kept. The result is
 * a value, also when the server is away; throws RangeError on a URL that is
 * wrong, and at sending on nothing but a fault of our own.
 */
export function createSendMail(
  smtpUrl: string | undefined,
  patience: Patience = { connect: 10_000, silence: 30_000 },
): SendMail {
  const send = smtpUrl ? sendThrough(smtpUrl, patience) : keep;
  return async (mail) => {
    const reason = whyNotSendable(mail);
    if (reason)
      return { outcome: "permanent_failure", reason: `Not sent: ${reason}.` };
    return send(mail);
  };
}

async function keep(): Promise<SendResult> {
  return { outcome: "kept" };
}

function sendThrough(smtpUrl: string, patience: Patience): SendMail {
  const { host, port, isTls, mustUpgrade, login } = parseSmtpUrl(smtpUrl);
  const transport = createTransport({
    host,
    port,
    secure: isTls,
    requireTLS: mustUpgrade,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
    // A mail is only what was rendered; nothing is fetched into it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    try {
      const sending = transport.sendMail(asMessage(mail));
      const sent = await within(sending, patience.whole ?? 90_000);
      return sent
        ? { outcome: "sent", answer: sent.response }
        : {
            outcome: "temporary_failure",
            reason: "The mail server took too long over one mail.",
          };
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      return failure;
    }
  };
}

/** The value, or null when it takes longer than so many milliseconds. */
async function within<Value>(
  work: Promise<Value>,
  milliseconds: number,
): Promise<Value | null> {
  // What comes after the time is up is of no interest, an error neither.
  work.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** Addresses as objects with their own envelope: nothing is parsed again. */
function asMessage(mail: OutgoingMail) {
  const { from, to, replyTo, subject, html, text, messageId, unsubscribe } =
    mail;
  return {
    envelope: { from: from.address, to: [to.address] },
    from,
    to: [to],
    replyTo,
    subject,
    html,
    text,
    messageId,
    ...(mail.calendar && { attachments: [asAttachment(mail.calendar)] }),
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(unsubscribe && {
        "List-Unsubscribe": { prepared: true, value: `<${unsubscribe}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** Opened by a calendar program, answered at the desk: it asks for no reply of its own. */
function asAttachment(calendar: string) {
  return {
    filename: "review-days.ics",
    content: calendar,
    contentType: "text/calendar; charset=utf-8; method=PUBLISH",
  };
}
