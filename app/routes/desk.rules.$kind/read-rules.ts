import { z } from "zod";
import {
  reminderRecipients,
  type ReminderRecipient,
} from "~/domain/reminder-schedule";
import { isDay } from "~/domain/days";
import {
  boundBlockTypes,
  type ExampleDays,
  type RulesNeed,
  type RulesReminder,
  type RulesSet,
} from "~/domain/review-rules";
import { expertises } from "~/domain/words";
import { readRows, rowField, typedFormOf } from "~/lib/form-rows";
import type { FieldError } from "~/lib/parse-form";

/** A whole number within bounds, with one sentence for everything else. */
function whole(what: string, least: number, most: number) {
  const sentence = `${what}: give a whole number from ${String(least)} to ${String(most)}.`;
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,4}$/, { error: sentence })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: sentence });
}

const tick = z
  .literal("yes")
  .optional()
  .transform((sent) => sent === "yes");
const day = z
  .string({ error: "Give a real day." })
  .refine(isDay, { error: "Give a real day." });

const fields = z
  .object({
    intent: z.enum(["preview", "save"]),
    baseNumber: whole("Open this screen again", 0, 9_999),
    previewed: z.string().max(100).default(""),
    intervalMonths: whole("Months between reviews", 1, 60),
    maxIntervalMonths: whole("Longest interval", 1, 60),
    respondDays: whole("Days to answer", 1, 60),
    reviewDays: whole("Days to review", 1, 180),
    signatureDays: whole("Days a signature stays good", 1, 365),
    graceDays: whole("Grace", 0, 180),
    spreadDays: whole("Days to spread over", 0, 365),
    asksOutsider: tick,
    addsPharmacist: tick,
    addsLivedExperience: tick,
    carriesSections: tick,
    allowsMailedCode: tick,
    askedOn: day,
    firstSignedOn: day,
    lastSignedOn: day,
  })
  .refine(
    ({ intervalMonths: most, maxIntervalMonths }) => most <= maxIntervalMonths,
    {
      path: ["intervalMonths"],
      error: "The interval is longer than the longest one allowed.",
    },
  );

const seat = z
  .object({
    count: whole("How many", 0, 5),
    step: whole("In step", 1, 5),
    updates: tick,
  })
  .transform(({ updates, ...rest }) => ({ ...rest, isForUpdates: updates }));

const recipients = Object.fromEntries(
  reminderRecipients.map((recipient) => [recipient, tick]),
) as Record<ReminderRecipient, typeof tick>;

/** A row without a number of days was left empty. */
const reminder = z
  .object({
    days: z.string().trim().default(""),
    side: z.enum(["before", "after"], { error: "Choose before or overdue." }),
    every: z.string().trim().default(""),
    ...recipients,
  })
  .transform((row, context): RulesReminder | null => {
    if (row.days === "") return null;
    const to = reminderRecipients.filter((recipient) => row[recipient]);
    const wrong = (path: string, message: string) => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    if (!/^\d{1,3}$/.test(row.days) || Number(row.days) > 365)
      wrong("days", "Give a whole number of days up to 365.");
    if (row.every !== "" && !/^([1-9]|[1-8]\d|90)$/.test(row.every))
      wrong("every", "Give a whole number of days from 1 to 90, or nothing.");
    if (row.every !== "" && (row.side === "before" || row.days === "0"))
      wrong("every", "Only a reminder of an overdue page can come again.");
    if (to.length === 0) wrong("days", "Choose whom this reminder goes to.");
    const days = Number(row.days);
    return {
      afterDays: row.side === "before" ? -days : days,
      repeatsEvery: row.every === "" ? null : Number(row.every),
      to,
    };
  });

export type RulesForm = Omit<z.output<typeof fields>, "intent"> & {
  intent: "preview" | "save";
  rules: RulesSet;
  days: ExampleDays;
};

/** The rules as they were typed, or a sentence for each thing that is wrong. */
export function readRules(form: FormData) {
  const typed = typedFormOf(form);
  const errors: FieldError[] = [];
  const read = fields.safeParse(typed);
  for (const { path, message } of read.error?.issues ?? [])
    errors.push({ name: String(path[0] ?? "form"), sentence: message });
  const needs: RulesNeed[] = [];
  for (const expertise of expertises) {
    const name = (field: string) => `${field}-${expertise}`;
    const row = seat.safeParse({
      count: typed[name("count")],
      step: typed[name("step")],
      updates: typed[name("updates")],
    });
    for (const { path, message } of row.error?.issues ?? [])
      errors.push({ name: name(String(path[0])), sentence: message });
    const blockTypes = boundBlockTypes.filter(
      (type) => typed[`blocks-${expertise}-${type}`] === "yes",
    );
    if (row.success && row.data.count > 0)
      needs.push({ expertise, ...row.data, blockTypes });
  }
  if (needs.length === 0)
    errors.push({
      name: "count-clinician",
      sentence: "Ask for at least one reviewer.",
    });
  else if (!needs.some(({ isForUpdates }) => isForUpdates))
    errors.push({
      name: `updates-${needs[0]?.expertise ?? "clinician"}`,
      sentence: "An update needs somebody to read it: tick at least one.",
    });
  const reminders = readRows(form, "reminder", reminder);
  errors.push(...reminders.errors, ...clashesAmong(reminders.rows));
  if (!read.success || errors.length > 0)
    return { ok: false as const, typed, errors };
  const { askedOn, firstSignedOn, lastSignedOn } = read.data;
  const rules: RulesSet = {
    ...read.data,
    needs,
    reminders: reminders.rows.map(({ row }) => row),
  };
  const days = { askedOn, firstSignedOn, lastSignedOn };
  return { ok: true as const, typed, values: { ...read.data, rules, days } };
}

/** Two rows for one day, said at the second. Where one repeats, the database says it. */
function clashesAmong(
  rows: readonly { row: RulesReminder; place: number }[],
): FieldError[] {
  if (rows.length === 0)
    return [
      { name: rowField("reminder", 0, "days"), sentence: "Give a reminder." },
    ];
  return rows
    .filter(({ row }, index) =>
      rows
        .slice(0, index)
        .some((other) => other.row.afterDays === row.afterDays),
    )
    .map(({ place }) => ({
      name: rowField("reminder", place, "days"),
      sentence:
        "Two reminders fall on one day. Make them one, with everybody it goes to.",
    }));
}
