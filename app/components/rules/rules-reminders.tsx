import { reminderRecipients } from "~/domain/reminder-schedule";
import { countRows, rowField } from "~/lib/form-rows";
import { type FieldError, typedText, type TypedForm } from "~/lib/parse-form";
import { recipientLabels } from "~/wording/review-rules";
import { fieldId } from "../field";
import { SelectControl } from "../select-control";
import { NumberIn, TickIn } from "./rules-seats";

type Props = { typed: TypedForm; errors: readonly FieldError[] };

/** How many empty rows stand at the end, for a form without script. */
const emptyRows = 2;

/** Each reminder in a row: when, whether it comes again, and whom it goes to. */
export function ReminderRows({ typed, errors }: Props) {
  const used = usedRows(typed);
  const places = Array.from({ length: used + emptyRows }, (_, place) => place);
  return (
    <fieldset>
      <legend className="font-bold">Reminders</legend>
      <p className="text-small text-ink-2">
        By days from the next review due. A row without days is left out; two
        more empty rows come with every preview.
      </p>
      <div className="mt-3 grid gap-4">
        {places.map((place) => (
          <ReminderRow key={place} {...{ place, typed, errors }} />
        ))}
      </div>
    </fieldset>
  );
}

function ReminderRow(props: Props & { place: number }) {
  const { place, typed, errors } = props;
  const name = (field: string) => rowField("reminder", place, field);
  const wired = { typed, errors };
  const side = name("side");
  return (
    <fieldset className="panel p-3">
      <legend className="px-1 font-bold">Reminder {place + 1}</legend>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <NumberIn name={name("days")} label="Days" {...wired} />
        <div>
          <label htmlFor={fieldId(side)} className="block text-small">
            When
          </label>
          <SelectControl
            id={fieldId(side)}
            name={side}
            defaultValue={typedText(typed, side) || "before"}
            className="control"
          >
            <option value="before">before it is due (0: the day)</option>
            <option value="after">overdue</option>
          </SelectControl>
        </div>
        <NumberIn name={name("every")} label="Then every … days" {...wired} />
      </div>
      <div className="mt-2 flex flex-wrap gap-x-6">
        {reminderRecipients.map((recipient) => (
          <TickIn
            key={recipient}
            name={name(recipient)}
            label={`To ${recipientLabels[recipient]}`}
            {...wired}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Empty rows at the end are not counted, so that they do not grow with each preview. */
function usedRows(typed: TypedForm): number {
  let count = countRows(typed, "reminder");
  while (
    count > 0 &&
    !typedText(typed, rowField("reminder", count - 1, "days"))
  )
    count -= 1;
  return count;
}
