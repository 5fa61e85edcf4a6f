import { addDays, daysBetween, workingDayOnOrBefore, type Day } from "./days";

export type ReminderStepName =
  | "due_in_60"
  | "due_in_14"
  | "due_today"
  | "first_overdue"
  | "weekly_overdue"
  | "lead_overdue_14"
  | "clinical_lead_overdue_30";

export const reminderRecipients = [
  "owner",
  "last_reviewers",
  "editors",
  "collection_lead",
  "clinical_lead",
] as const;
export type ReminderRecipient = (typeof reminderRecipients)[number];

export type ReminderStep = {
  step: ReminderStepName;
  /** Days after next review due; negative before it. */
  afterDays: number;
  /** An overdue step that comes again after so many days, without end. */
  repeatsEvery?: 7;
  to: readonly ReminderRecipient[];
};

/** A step that has come, for one class of recipients. */
export type DueStep = {
  step: ReminderStepName;
  /** 1 for the first time; a repeating step counts on: 2, 3, … */
  occurrence: number;
  /** The day the step stands for, before any shift to a working day. */
  fallsOn: Day;
  to: ReminderRecipient;
};

export type RaisedStep = Pick<DueStep, "step" | "occurrence" | "to">;

/**
 * The default reminder schedule (product.md, 7): 60 and 14 days before and the
 * day itself to owner and last reviewers; the first overdue day and every
 * seventh day after it to the editors; 14 days overdue to the collection lead,
 * 30 to the clinical lead. The rule that raises alerts is in SQL; this one is
 * for words, and for tests to compare with.
 */
export const reminderSchedule: readonly ReminderStep[] = [
  { step: "due_in_60", afterDays: -60, to: ["owner", "last_reviewers"] },
  { step: "due_in_14", afterDays: -14, to: ["owner", "last_reviewers"] },
  { step: "due_today", afterDays: 0, to: ["owner", "last_reviewers"] },
  { step: "first_overdue", afterDays: 1, to: ["editors"] },
  { step: "weekly_overdue", afterDays: 8, repeatsEvery: 7, to: ["editors"] },
  { step: "lead_overdue_14", afterDays: 14, to: ["collection_lead"] },
  { step: "clinical_lead_overdue_30", afterDays: 30, to: ["clinical_lead"] },
];

/**
 * The steps to raise today for a page's due day: for each class of recipients
 * the latest step that has come, unless it is already raised. What was missed
 * while nothing ran is not made up for. `alreadyRaised` is what was raised for
 * this same due day; a day that moves starts with an empty list.
 *
 * With `holidays` (a list that may be empty) a step comes on the day that
 * {@link reminderGoesOutOn} gives; with null on the very day it falls on.
 */
export function dueSteps(
  nextReviewDue: Day,
  today: Day,
  alreadyRaised: readonly RaisedStep[],
  holidays: readonly Day[] | null = null,
  schedule: readonly ReminderStep[] = reminderSchedule,
): DueStep[] {
  return reminderRecipients.flatMap((to) => {
    const latest = schedule
      .filter((step) => step.to.includes(to))
      .map((step) => lastCome(step, to, nextReviewDue, today, holidays))
      .filter((due) => due !== null)
      .reduce<DueStep | null>(laterOf, null);
    const isNew =
      latest !== null &&
      !alreadyRaised.some((raised) => isSame(raised, latest));
    return isNew ? [latest] : [];
  });
}

/**
 * A reminder up to the due day goes out on the last working day up to the day
 * it falls on; due days do not move for holidays (product.md, 5). A step that
 * says "overdue" goes out on its own day, working day or not, so that it is
 * never early.
 */
export function reminderGoesOutOn(
  fallsOn: Day,
  nextReviewDue: Day,
  holidays: readonly Day[],
): Day {
  const saysOverdue = daysBetween(nextReviewDue, fallsOn) > 0;
  return saysOverdue ? fallsOn : workingDayOnOrBefore(fallsOn, holidays);
}

function lastCome(
  step: ReminderStep,
  to: ReminderRecipient,
  nextReviewDue: Day,
  today: Day,
  holidays: readonly Day[] | null,
): DueStep | null {
  const occurrenceOn = (occurrence: number): DueStep => ({
    step: step.step,
    occurrence,
    fallsOn: addDays(
      nextReviewDue,
      step.afterDays + (occurrence - 1) * (step.repeatsEvery ?? 0),
    ),
    to,
  });
  const hasCome = ({ fallsOn }: DueStep) =>
    (holidays
      ? reminderGoesOutOn(fallsOn, nextReviewDue, holidays)
      : fallsOn) <= today;

  const first = occurrenceOn(1);
  if (!hasCome(first)) return null;
  if (!step.repeatsEvery) return first;
  const since = Math.max(0, daysBetween(first.fallsOn, today));
  return occurrenceOn(1 + Math.floor(since / step.repeatsEvery));
}

function laterOf(best: DueStep | null, next: DueStep): DueStep {
  return best === null || best.fallsOn <= next.fallsOn ? next : best;
}

function isSame(raised: RaisedStep, due: DueStep): boolean {
  return (
    raised.step === due.step &&
    raised.occurrence === due.occurrence &&
    raised.to === due.to
  );
}
