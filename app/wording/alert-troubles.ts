import type { AlertTrouble, AlertTroubles } from "~/domain/alert-troubles";
import { momentInWords } from "./days";

type Words = (known: AlertTroubles, timeZone: string) => string;

const sentences: Record<AlertTrouble, Words> = {
  no_run: ({ lastSuccessAt }, timeZone) =>
    lastSuccessAt === null
      ? "Reminders and mails may not be going out: no run has succeeded yet."
      : `Reminders and mails may not be going out: no run has succeeded since ${momentInWords(lastSuccessAt, timeZone)}.`,
  bounced: ({ failedMails }) =>
    failedMails === 1
      ? "A mail of the last 25 hours did not arrive, and will not be tried again."
      : `${String(failedMails)} mails of the last 25 hours did not arrive, and will not be tried again.`,
  waiting: ({ oldestUnsentAt }, timeZone) =>
    oldestUnsentAt === null
      ? "Mails have waited more than 25 hours to be sent."
      : `Mails wait to be sent, the oldest since ${momentInWords(oldestUnsentAt, timeZone)}.`,
};

/** What is wrong with the alert engine, a sentence for each trouble, the gravest first. */
export function alertTroublesInWords(
  known: AlertTroubles,
  timeZone: string,
): string[] {
  return known.troubles.map((trouble) => sentences[trouble](known, timeZone));
}

/** What whoever runs the desk does about each. */
export const alertTroubleSteps: Record<AlertTrouble, string> = {
  no_run:
    "Whoever runs the desk starts it without WORKER=0, or “npm run worker” beside it. If runs break off, the list below says why.",
  bounced:
    "The mailbox says which mail and why. Correct the address, or tell that person another way.",
  waiting:
    "The mailbox says what the mail server answered last. Nothing is lost: each mail is tried until the server takes it.",
};
