import { handOverWhatIsDue } from "~/commands/hand-over-absent.server";
import { raiseFallenSets } from "~/data/fallen-sets.server";
import {
  finishJob,
  lookOverReminders,
  makeDigests,
  raiseDueAlerts,
  raiseLateTriage,
  remindBySchedule,
  startJob,
  type JobResult,
} from "~/data/outbox.server";
import { environment } from "~/lib/environment.server";
import { createSendMail, type SendMail } from "~/mail/send.server";
import { deliverMails } from "./deliver-mails.server";
import { lapseWhatIsDue } from "./lapse-requests.server";
import {
  publishWhatIsDue,
  rehearseWhatIsDue,
} from "./publish-scheduled.server";

/**
 * One pass of the clock: publishes what was scheduled, lets requests lapse that
 * nobody answered, raises every reminder that is due, makes the digests and sends the outbox. Writes down whether it
 * succeeded, so that "nothing was due" and "it failed" can be told apart. Any
 * number of instances may run it at once, and twice.
 */
export async function runAlerts(
  send: SendMail = createSendMail(environment().smtpUrl),
): Promise<JobResult> {
  const run = await startJob("alerts");
  const result: JobResult = {
    succeeded: false,
    raised: 0,
    sent: 0,
    failed: 0,
    error: null,
  };
  try {
    await publishWhatIsDue();
    await lapseWhatIsDue();
    await handOverWhatIsDue();
    await rehearseWhatIsDue();
    result.raised = (await raiseDueAlerts()) + (await remindBySchedule());
    result.raised += await raiseLateTriage();
    result.raised += await raiseFallenSets();
    const looked = await raiseWhatWasMissed();
    result.raised += looked.raised;
    await makeDigests();
    Object.assign(result, await deliverMails(send));
    result.error = looked.error;
    result.succeeded = looked.error === null;
  } catch (error) {
    result.error = String(error);
  }
  await finishJob(run, result);
  return result;
}

/**
 * Raises what the clock of reminders had wrong. When it cannot be looked over
 * the mails go out all the same, and the pass is no success.
 */
async function raiseWhatWasMissed(): Promise<
  Pick<JobResult, "raised" | "error">
> {
  try {
    const found = await lookOverReminders();
    return { raised: found ? await raiseDueAlerts() : 0, error: null };
  } catch (error) {
    return { raised: 0, error: String(error) };
  }
}
