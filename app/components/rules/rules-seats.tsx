import { expertises } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { expertiseLabels } from "~/wording/labels";
import { fieldId } from "../field";

type Props = { typed: TypedForm; errors: readonly FieldError[] };

/** Who is asked: how many of each expertise, in which step, and whether for an update too. */
export function SeatFields({ typed, errors }: Props) {
  return (
    <fieldset>
      <legend className="font-bold">Who has to approve</legend>
      <p className="text-small text-ink-2">
        Whoever is in a later step signs after those before. 0 means not asked.
      </p>
      <div className="mt-3 grid gap-4">
        {expertises.map((expertise) => (
          <fieldset key={expertise} className="panel p-3">
            <legend className="px-1 font-bold">
              {expertiseLabels[expertise]}
            </legend>
            <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
              <NumberIn
                name={`count-${expertise}`}
                label="How many"
                typed={typed}
                errors={errors}
              />
              <NumberIn
                name={`step-${expertise}`}
                label="In step"
                typed={typed}
                errors={errors}
              />
              <TickIn
                name={`updates-${expertise}`}
                label="For updates too"
                typed={typed}
                errors={errors}
              />
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

type InProps = Props & { name: string; label: string };

/** A small number with its label above, inside a row of a form. */
export function NumberIn({ name, label, typed, errors }: InProps) {
  const error = errorFor(errors, name);
  return (
    <div className={error ? "field-error" : undefined}>
      <label htmlFor={fieldId(name)} className="block text-small">
        {label}
      </label>
      {error && (
        <p id={`${fieldId(name)}-error`} className="text-small text-overdue">
          {error}
        </p>
      )}
      <input
        id={fieldId(name)}
        name={name}
        inputMode="numeric"
        defaultValue={typedText(typed, name)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${fieldId(name)}-error` : undefined}
        className="control w-20"
      />
    </div>
  );
}

/** A tick with its label beside, inside a row of a form. */
export function TickIn({ name, label, typed, errors }: InProps) {
  const error = errorFor(errors, name);
  return (
    <div className={error ? "field-error" : undefined}>
      {error && (
        <p id={`${fieldId(name)}-error`} className="text-small text-overdue">
          {error}
        </p>
      )}
      <div className="choice">
        <input
          id={fieldId(name)}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={typedText(typed, name) === "yes"}
          aria-describedby={error ? `${fieldId(name)}-error` : undefined}
          className="choice-input"
        />
        <label htmlFor={fieldId(name)}>{label}</label>
      </div>
    </div>
  );
}
