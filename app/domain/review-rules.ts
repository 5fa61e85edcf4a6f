import type { ReminderRecipient } from "./reminder-schedule";
import type { Expertise, PageKind } from "./words";

/** The kinds of block that an expertise can be bound to, by their names in a page. */
export const boundBlockTypes = [
  ...(["whatToDo", "keyMessage", "table", "figure", "faqItem"] as const),
  ...(["questionsToAsk", "clinicalScenario", "callout"] as const),
  ...(["sourceGuidelines", "resourceList"] as const),
] as const;
export type BoundBlockType = (typeof boundBlockTypes)[number];

/**
 * An expertise that a full review asks for; `isForUpdates`: an update too, and
 * where `blockTypes` names any, only one that changes such a block.
 */
export type RulesNeed = {
  expertise: Expertise;
  count: number;
  step: number;
  isForUpdates: boolean;
  blockTypes: BoundBlockType[];
};

/** One reminder, by days after next review due; negative before it. */
export type RulesReminder = {
  afterDays: number;
  /** An overdue reminder that comes again after so many days, without end. */
  repeatsEvery: number | null;
  to: ReminderRecipient[];
};

/** Everything about the rules of a kind that a clinical lead sets. */
export type RulesSet = {
  intervalMonths: number;
  maxIntervalMonths: number;
  respondDays: number;
  reviewDays: number;
  signatureDays: number;
  graceDays: number;
  asksOutsider: boolean;
  addsPharmacist: boolean;
  addsLivedExperience: boolean;
  carriesSections: boolean;
  allowsMailedCode: boolean;
  needs: RulesNeed[];
  reminders: RulesReminder[];
};

/** The rules of a kind as they are in force, and who set them when. */
export type RulesInForce = RulesSet & {
  kind: PageKind;
  number: number;
  setAt: Date;
  setByName: string | null;
};

/** The days of the worked example: when reviewers were asked, and when they signed. */
export type ExampleDays = {
  askedOn: string;
  firstSignedOn: string;
  lastSignedOn: string;
};

/** One day of the worked example, as the database works it out. */
export type ExampleDay = {
  what:
    | "respond_by"
    | "review_by"
    | "publish_by"
    | "last_reviewed"
    | "next_due"
    | "overdue_from"
    | "withheld_from"
    | "reminder";
  fallsOn: string;
  /** Of a reminder: the working day on which it is sent. */
  goesOutOn: string;
  every: number | null;
  addressees: ReminderRecipient[] | null;
};
