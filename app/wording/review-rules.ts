import type { ReminderRecipient } from "~/domain/reminder-schedule";
import type {
  BoundBlockType,
  ExampleDay,
  RulesNeed,
  RulesReminder,
} from "~/domain/review-rules";
import { expertiseLabels } from "./labels";
import { listInWords } from "./places";

/** Who is told by a reminder, as a form and a sentence name them. */
export const recipientLabels = {
  owner: "owner",
  last_reviewers: "last reviewers",
  editors: "editors",
  collection_lead: "collection lead",
  clinical_lead: "clinical lead",
} as const satisfies Record<ReminderRecipient, string>;

/** What the rules ask for besides expertise and days, and what each means. */
export const rulesOptions = {
  asksOutsider: {
    label: "One from outside the authors’ institution",
    hint: "Of a full review and an update: one counted approver works elsewhere than every author. Where an affiliation is not known, it does not count.",
  },
  addsPharmacist: {
    label: "A dose adds a pharmacist",
    hint: "Where the words under review name an amount of a medicine.",
  },
  addsLivedExperience: {
    label: "A text for patients adds lived experience",
    hint: "Where the page says that it is for patients and families.",
  },
  carriesSections: {
    label: "Sections are signed one by one",
    hint: "A section that nobody touched keeps its sign-off in the next version, with the day on which it was signed.",
  },
  allowsMailedCode: {
    label: "Outside experts may sign with a mailed code",
    hint: "Only named people whose address an editor verified.",
  },
} as const;

export type RulesOption = keyof typeof rulesOptions;

/** The options in the order of the form. */
export const rulesOptionNames = Object.keys(rulesOptions) as RulesOption[];

/** The kinds of block that an expertise can be bound to, as a form names them. */
export const boundBlockLabels = {
  whatToDo: "What to do",
  keyMessage: "Key message",
  table: "Table",
  figure: "Figure",
  faqItem: "Question and answer",
  questionsToAsk: "Questions to ask",
  clinicalScenario: "Clinical scenario",
  callout: "Note",
  sourceGuidelines: "Source guidelines",
  resourceList: "Resources",
} as const satisfies Record<BoundBlockType, string>;

/** Who reads an update: "medical editor; clinician where a table changes". */
export function updateNeedsInWords(needs: readonly RulesNeed[]): string {
  const forUpdates = needs.filter(({ isForUpdates }) => isForUpdates);
  const always = forUpdates.filter(({ blockTypes }) => blockTypes.length === 0);
  const bound = forUpdates
    .filter(({ blockTypes }) => blockTypes.length > 0)
    .map(({ expertise, blockTypes }) => {
      const blocks = blockTypes.map((type) => `“${boundBlockLabels[type]}”`);
      return `${expertiseLabels[expertise].toLowerCase()} where ${blocks.join(" or ")} changes`;
    });
  return [...(always.length > 0 ? [needsInWords(always)] : []), ...bound].join(
    "; ",
  );
}

/** "laboratory scientist and clinician first, then medical editor". */
export function needsInWords(needs: readonly RulesNeed[]): string {
  const steps = [...new Set(needs.map(({ step }) => step))].sort(
    (one, other) => one - other,
  );
  const parts = steps.map((step) =>
    listInWords(
      needs
        .filter((need) => need.step === step)
        .map(({ expertise, count }) => {
          const word = expertiseLabels[expertise].toLowerCase();
          return count > 1 ? `${word} (${String(count)})` : word;
        }),
    ),
  );
  const [first = "nobody", ...later] = parts;
  return later.length > 0
    ? `${first} first, then ${later.join(", then ")}`
    : first;
}

/** "60 days before, to owner and last reviewers". */
export function reminderInWords(reminder: RulesReminder): string {
  return `${whenInWords(reminder)}, to ${recipientsInWords(reminder.to)}`;
}

/** "owner and last reviewers". */
export function recipientsInWords(to: readonly ReminderRecipient[]): string {
  return listInWords(to.map((recipient) => recipientLabels[recipient]));
}

function whenInWords({ afterDays, repeatsEvery }: RulesReminder): string {
  const again = repeatsEvery
    ? ` and every ${daysInWords(repeatsEvery)} after`
    : "";
  if (afterDays === 0) return "On the day";
  return afterDays < 0
    ? `${daysInWords(-afterDays)} before`
    : `${daysInWords(afterDays)} overdue${again}`;
}

/** "1 day", "14 days". */
export function daysInWords(count: number): string {
  return count === 1 ? "1 day" : `${String(count)} days`;
}

const exampleWords = {
  respond_by: "Reviewers answer by",
  review_by: "Reviewers decide by",
  publish_by: "Published by, or the first signature is reaffirmed",
  last_reviewed: "Last reviewed: the first signature",
  next_due: "Next review due",
  overdue_from: "Overdue from",
  withheld_from: "Withheld from readers from",
  reminder: "Reminder",
} as const satisfies Record<ExampleDay["what"], string>;

/** What happens on a day of the worked example. */
export function exampleDayInWords(day: ExampleDay): string {
  if (day.what !== "reminder") return exampleWords[day.what];
  const again = day.every ? `, then every ${daysInWords(day.every)}` : "";
  return `Reminder to ${recipientsInWords(day.addressees ?? [])}${again}`;
}
