import { boundBlockTypes, type BoundBlockType } from "~/domain/review-rules";
import { expertises, type Expertise } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { expertiseLabels } from "~/wording/labels";
import { boundBlockLabels } from "~/wording/review-rules";
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
            <BlockTicks expertise={expertise} typed={typed} errors={errors} />
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

/** Which kinds of block an expertise reads in an update; folded while it reads all. */
function BlockTicks({ expertise, ...rest }: Props & { expertise: Expertise }) {
  const name = (type: BoundBlockType) => `blocks-${expertise}-${type}`;
  const bound = boundBlockTypes.filter(
    (type) => typedText(rest.typed, name(type)) === "yes",
  );
  return (
    <details className="mt-3" open={bound.length > 0}>
      <summary className="text-small">
        Only updates of some kinds of block
      </summary>
      <p className="mt-1 text-small text-ink-2">
        Nothing ticked: every update. What an update takes out counts as much as
        what it puts in.
      </p>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {boundBlockTypes.map((type) => (
          <TickIn
            key={type}
            name={name(type)}
            label={boundBlockLabels[type]}
            {...rest}
          />
        ))}
      </div>
    </details>
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
