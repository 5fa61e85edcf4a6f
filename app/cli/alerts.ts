import { alertEngineHealth } from "~/data/alert-health.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { runWebhooks } from "~/jobs/tell-webhooks.server";
import { getDeskDay } from "~/data/pages.server";
import { alertTroublesInWords } from "~/wording/alert-troubles";
import { environment } from "~/lib/environment.server";
import { type Command, nothing } from "./command";

/** `desk alerts run`: one pass of each clock, for a desk without a worker. */
export const alertsRun: Command = {
  name: "alerts run",
  usage: "",
  options: {},
  async run(given) {
    nothing(given);
    const [result] = await Promise.all([runAlerts(), runWebhooks()]);
    const { raised, sent, failed, error } = result;
    // A pass run by hand has its own environment: a mail that it takes is gone from the outbox.
    const went = environment().smtpUrl
      ? "Mails sent"
      : "Mails kept in the desk's mailbox, as no SMTP_URL is set";
    return {
      json: result,
      text: `Reminders raised: ${String(raised)}. ${went}: ${String(sent)}, failed: ${String(failed)}.`,
      ...(error === null ? {} : { broke: `The pass broke off: ${error}` }),
    };
  },
};

/** `desk alerts status`: whether the alert engine is alive. */
export const alertsStatus: Command = {
  name: "alerts status",
  usage: "",
  options: {},
  async run(given) {
    nothing(given);
    const health = await alertEngineHealth();
    const { lastSuccessAt, oldestUnsentAt, failedMails } = health;
    const { timeZone } = await getDeskDay();
    return {
      json: health,
      text: [
        `Last successful pass: ${lastSuccessAt?.toISOString() ?? "none yet"}`,
        `Oldest mail not sent: ${oldestUnsentAt?.toISOString() ?? "none"}`,
        `Mails that failed for good: ${String(failedMails)}`,
      ].join("\n"),
      no: alertTroublesInWords(health, timeZone),
    };
  },
};
