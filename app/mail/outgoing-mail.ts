import { isMailAddress } from "~/lib/mail-address";
import { isOneLine } from "~/lib/one-line";

export type Mailbox = { name: string; address: string };

export type OutgoingMail = {
  /**
   * `<something@domain>`, made once when the mail enters the outbox and the
   * same at each try, so that a mail delivered twice is shown once.
   */
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  replyTo: Mailbox;
  subject: string;
  html: string;
  text: string;
  /** A calendar file, RFC 5545, that goes with the words; null for none. */
  calendar?: string | null;
  /** Address that stops mails of this sort on a POST (RFC 8058); digests have one. */
  unsubscribe?: string;
};

/**
 * Why a mail may not be handed to any mail server, or null: an address that
 * {@link isMailAddress} refuses; a name or subject that is empty, overlong or
 * carries a line break or another control character, which is how headers and
 * recipients are smuggled in; a Message-ID of another form; an empty part.
 */
export function whyNotSendable(mail: OutgoingMail): string | null {
  const { from, to, replyTo, subject } = mail;
  if (!isMailAddress(to.address))
    return "the recipient's address is not a mail address";
  if (!isMailAddress(from.address))
    return "the sender's address is not a mail address";
  if (!isMailAddress(replyTo.address))
    return "the reply address is not a mail address";
  if (!isHeaderText(to.name, 200))
    return "the recipient's name is empty, too long or has a line break";
  if (!isHeaderText(from.name, 200) || !isHeaderText(replyTo.name, 200))
    return "the sender's name is empty, too long or has a line break";
  if (!isHeaderText(subject, 500))
    return "the subject is empty, too long or has a line break";
  if (!messageIdForm.test(mail.messageId))
    return "the Message-ID is not of the form <id@domain>";
  if (
    mail.unsubscribe !== undefined &&
    !/^https?:\/\/[!-;=?-~]{1,900}$/.test(mail.unsubscribe)
  )
    return "the address that stops these mails is no address";
  if (mail.html.trim() === "" || mail.text.trim() === "")
    return "the mail has no words";
  return null;
}

const messageIdForm = /^<[A-Za-z0-9._+-]{1,120}@[A-Za-z0-9.-]{1,120}>$/;

function isHeaderText(text: string, longest: number): boolean {
  return text.trim() !== "" && text.length <= longest && isOneLine(text);
}
