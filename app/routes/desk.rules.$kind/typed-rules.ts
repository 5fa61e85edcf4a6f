import {
  boundBlockTypes,
  type ExampleDays,
  type RulesReminder,
  type RulesSet,
} from "~/domain/review-rules";
import { expertises } from "~/domain/words";
import { flattenRows } from "~/lib/form-rows";
import type { TypedForm } from "~/lib/parse-form";
import { rulesOptionNames } from "~/wording/review-rules";

/** Rules as the form would have typed them, with the days of its example. */
export function typedOf(rules: RulesSet, days: ExampleDays): TypedForm {
  return {
    ...days,
    intervalMonths: String(rules.intervalMonths),
    maxIntervalMonths: String(rules.maxIntervalMonths),
    respondDays: String(rules.respondDays),
    reviewDays: String(rules.reviewDays),
    signatureDays: String(rules.signatureDays),
    graceDays: String(rules.graceDays),
    spreadDays: "90",
    ...Object.fromEntries(
      rulesOptionNames.map((name) => [name, rules[name] ? "yes" : ""]),
    ),
    ...Object.assign({}, ...expertises.map((each) => seatOf(rules, each))),
    ...flattenRows("reminder", rules.reminders.map(rowOf)),
  };
}

function seatOf(rules: RulesSet, expertise: string): TypedForm {
  const need = rules.needs.find((each) => each.expertise === expertise);
  return {
    [`count-${expertise}`]: String(need?.count ?? 0),
    [`step-${expertise}`]: String(need?.step ?? 1),
    [`updates-${expertise}`]: (need?.isForUpdates ?? true) ? "yes" : "",
    ...Object.fromEntries(
      boundBlockTypes.map((type) => [
        `blocks-${expertise}-${type}`,
        need?.blockTypes.includes(type) ? "yes" : "",
      ]),
    ),
  };
}

function rowOf({ afterDays, repeatsEvery, to }: RulesReminder) {
  return {
    days: String(Math.abs(afterDays)),
    side: afterDays > 0 ? "after" : "before",
    every: repeatsEvery === null ? "" : String(repeatsEvery),
    ...Object.fromEntries(to.map((recipient) => [recipient, "yes"])),
  };
}
