import { runAct } from "./act.server";
import { appPool } from "./pools.server";

/** One mail as a worker takes it, under a lease of two minutes. */
export type ClaimedMail = {
  id: string;
  kind: string;
  recipientId: string;
  pageId: string | null;
  props: Record<string, unknown>;
  messageId: string;
  /** Which try this is; tells this worker's hold of the mail from the next one's. */
  attempt: number;
};

/** Takes up to `limit` mails that are due; no other worker gets them meanwhile. */
export async function claimMails(limit: number): Promise<ClaimedMail[]> {
  const { rows } = await appPool().query<ClaimedMail>(
    `SELECT id, kind, recipient_id AS "recipientId", page_id AS "pageId", props, message_id AS "messageId", attempts AS attempt
       FROM desk.claim_mails($1)`,
    [limit],
  );
  return rows;
}

/** Asked right before a mail is made and sent: is it still this worker's? Its lease begins anew. */
export async function holdMail({ id, attempt }: ClaimedMail): Promise<boolean> {
  const { rows } = await appPool().query<{ isHeld: boolean }>(
    `SELECT desk.hold_mail($1, $2) AS "isHeld"`,
    [id, attempt],
  );
  return rows[0]?.isHeld === true;
}

export type MailOutcome =
  | "sent"
  | "kept"
  /** The mail server could not take it now. */
  | "retry"
  /** It could not be made; tried eight times and no more. */
  | "broken"
  | "failed"
  | "skipped"
  /** Taken, and given back untried. */
  | "released";

export type MailEnd = {
  outcome: MailOutcome;
  subject: string | null;
  html: string | null;
  text: string | null;
  error: string | null;
};

/** Writes down what became of a claimed mail. */
export async function finishMail(
  { id, attempt }: ClaimedMail,
  end: MailEnd,
): Promise<void> {
  await appPool().query("SELECT desk.finish_mail($1, $2, $3, $4, $5, $6, $7)", [
    id,
    attempt,
    end.outcome,
    end.subject,
    end.html,
    end.text,
    end.error,
  ]);
}

/** Raises every reminder that is due and was not raised before; gives their number. */
export async function raiseDueAlerts(): Promise<number> {
  return valueOf(await runAct<number>(appPool(), "raise_due_alerts", []));
}

/**
 * Once a day looks over the clock that reminders are found by, against the
 * facts it comes from; gives how many publications were put right, of which
 * reminders are to be raised again, and null when it was done today.
 */
export async function lookOverReminders(): Promise<number | null> {
  return valueOf(
    await runAct<number | null>(appPool(), "look_over_reminders", []),
  );
}

/** Reminds every reviewer whose step has come; gives the number of reminders. */
export async function remindBySchedule(): Promise<number> {
  return valueOf(await runAct<number>(appPool(), "remind_by_schedule", []));
}

/** Tells again of watch items that nobody triaged in time; gives the number of alerts. */
export async function raiseLateTriage(): Promise<number> {
  return valueOf(await runAct<number>(appPool(), "raise_late_triage", []));
}

/** Makes the digests of today that are due at this hour; gives their number. */
export async function makeDigests(): Promise<number> {
  return valueOf(await runAct<number>(appPool(), "make_digests", []));
}

/** Opens the record of one run of a job; gives its id. */
export async function startJob(job: string): Promise<string> {
  return valueOf(await runAct<string>(appPool(), "start_job", [job]));
}

export type JobResult = {
  succeeded: boolean;
  raised: number;
  sent: number;
  failed: number;
  error: string | null;
};

/** Closes the record of a run, so that nothing due and a failed run can be told apart. */
export async function finishJob(
  runId: string,
  result: JobResult,
): Promise<void> {
  await appPool().query("SELECT desk.finish_job($1, $2, $3, $4, $5, $6)", [
    runId,
    result.succeeded,
    result.raised,
    result.sent,
    result.failed,
    result.error,
  ]);
}

function valueOf<Value>(
  outcome: { ok: true; value: Value } | { ok: false; because: string },
): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.because}`);
  return outcome.value;
}
