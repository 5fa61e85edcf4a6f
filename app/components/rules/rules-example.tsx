import type { ExampleDay } from "~/domain/review-rules";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { dayInWords, shortDayInWords } from "~/wording/days";
import { exampleDayInWords } from "~/wording/review-rules";
import { DayField } from "../text-field";

type TableProps = {
  days: readonly ExampleDay[];
  /** What stands here is of the rules in force, not of what was typed. */
  isOld: boolean;
};

/** What the rules give for one page, day by day, as the database works it out. */
export function ExampleTable({ days, isOld }: TableProps) {
  return (
    <section aria-labelledby="example" className="panel p-4">
      <h2 id="example" className="text-h3">
        A page under these rules
      </h2>
      {isOld && (
        <p className="text-small text-ink-2">
          Of the rules in force: put right what is marked, then preview.
        </p>
      )}
      <ol className="mt-3 grid gap-2">
        {days.map((day) => (
          <li
            key={`${day.what} ${day.fallsOn} ${day.goesOutOn}`}
            className="border-t border-rule pt-2 first:border-0"
          >
            <span className="font-bold">{dayInWords(day.goesOutOn)}</span>
            <br />
            {exampleDayInWords(day)}
            {day.goesOutOn !== day.fallsOn && (
              <span className="block text-small text-ink-2">
                The working day before {shortDayInWords(day.fallsOn)}.
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type FieldProps = { typed: TypedForm; errors: readonly FieldError[] };

const exampleDays = [
  { name: "askedOn", label: "Reviewers asked on" },
  { name: "firstSignedOn", label: "First approval signed on" },
  { name: "lastSignedOn", label: "Last approval signed on" },
] as const;

/** The days of the example, to be tried with others. */
export function ExampleFields({ typed, errors }: FieldProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-bold">Try other days</legend>
      {exampleDays.map((field) => (
        <DayField
          key={field.name}
          {...field}
          value={typedText(typed, field.name)}
          error={errorFor(errors, field.name)}
        />
      ))}
    </fieldset>
  );
}
