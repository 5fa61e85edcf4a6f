import type { ExampleDay, RulesInForce } from "~/domain/review-rules";
import { momentInWords } from "~/wording/days";
import {
  daysInWords,
  needsInWords,
  reminderInWords,
  rulesOptionNames,
  rulesOptions,
  updateNeedsInWords,
} from "~/wording/review-rules";
import { DefinitionRows } from "../definition-rows";
import { Stack, WithAside } from "../layout";
import { Section } from "../page-heading";
import { ExampleTable } from "./rules-example";

type Props = {
  rules: RulesInForce;
  timeZone: string;
  example: readonly ExampleDay[];
};

/** The rules in words, for everybody of the desk. */
export function RulesReading({ rules, timeZone, example }: Props) {
  const options = rulesOptionNames.filter((name) => rules[name]);
  return (
    <WithAside aside={<ExampleTable days={example} isOld={false} />}>
      <Stack gap="loose">
        <DefinitionRows
          rows={[
            {
              term: "A full review asks for",
              detail: needsInWords(rules.needs),
            },
            {
              term: "An update asks for",
              detail: updateNeedsInWords(rules.needs),
            },
            {
              term: "Reviewed every",
              detail: `${String(rules.intervalMonths)} months, at most ${String(rules.maxIntervalMonths)}`,
            },
            {
              term: "Reviewers answer within",
              detail: daysInWords(rules.respondDays),
            },
            {
              term: "Reviewers decide within",
              detail: daysInWords(rules.reviewDays),
            },
            {
              term: "A signature stays good for",
              detail: daysInWords(rules.signatureDays),
            },
            {
              term: "Grace of an overdue page",
              detail: daysInWords(rules.graceDays),
            },
            {
              term: "In force",
              detail: `Rules ${String(rules.number)}, ${
                rules.setByName
                  ? `set by ${rules.setByName} on ${momentInWords(new Date(rules.setAt), timeZone)}`
                  : "as the desk began"
              }`,
            },
          ]}
        />
        {options.length > 0 && (
          <Section id="besides" title="Besides">
            <ul className="grid list-disc gap-1 pl-5">
              {options.map((name) => (
                <li key={name}>{rulesOptions[name].label}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="reminders" title="Reminders">
          <ul className="grid list-disc gap-1 pl-5">
            {rules.reminders.map((reminder) => (
              <li key={reminder.afterDays}>{reminderInWords(reminder)}</li>
            ))}
          </ul>
        </Section>
      </Stack>
    </WithAside>
  );
}
