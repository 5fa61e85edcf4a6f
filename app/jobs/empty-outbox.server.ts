import { environment } from "~/lib/environment.server";
import { createSendMail, type SendMail } from "~/mail/send.server";
import { deliverMails } from "./deliver-mails.server";

const restMilliseconds = 60_000;

/**
 * A pass of the outbox by itself, for a clock that comes every few seconds:
 * somebody may sit before a screen and wait for the code in a mail. What a
 * mail server or the database could not do is left for a minute.
 */
export function outboxPass(send?: SendMail): () => Promise<null> {
  let restUntil = 0;
  const rest = () => (restUntil = Date.now() + restMilliseconds);
  return async () => {
    if (Date.now() < restUntil) return null;
    const sendOne = send ?? createSendMail(environment().smtpUrl);
    try {
      await deliverMails(async (mail) => {
        const result = await sendOne(mail);
        if (result.outcome === "temporary_failure") rest();
        return result;
      });
    } catch (error) {
      rest();
      throw error;
    }
    return null;
  };
}
