import type { ReactNode } from "react";
import {
  Field,
  type FieldBase,
  FieldGroup,
  fieldId,
  fieldWiring,
} from "./field";
import { SelectControl } from "./select-control";

export type Option = {
  value: string;
  label: string;
  hint?: ReactNode;
  isDisabled?: boolean;
};

type SelectProps = FieldBase & {
  options: readonly Option[];
  value?: string;
  /** The first line while nothing is chosen. */
  emptyLabel?: string;
};

export function Select(props: SelectProps) {
  const { options, value, emptyLabel } = props;
  return (
    <Field {...props}>
      <SelectControl
        {...fieldWiring(props)}
        defaultValue={value ?? ""}
        required={!props.isOptional}
        className="control max-w-96"
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            disabled={option.isDisabled}
          >
            {option.label}
          </option>
        ))}
      </SelectControl>
    </Field>
  );
}

type CheckboxGroupProps = FieldBase & {
  options: readonly Option[];
  values?: readonly string[];
};

/** Any number of answers; each checkbox is sent under the same name. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const isLong = props.options.length > 8;
  return (
    <FieldGroup {...props}>
      <div className={isLong ? "gap-x-8 sm:columns-2 lg:columns-3" : undefined}>
        {props.options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={props.name}
            option={option}
            isChecked={props.values?.includes(option.value) ?? false}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type RadioGroupProps = FieldBase & {
  options: readonly Option[];
  value?: string;
};

export function RadioGroup(props: RadioGroupProps) {
  return (
    <FieldGroup {...props}>
      {props.options.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={props.name}
          option={option}
          isChecked={props.value === option.value}
          isRequired={!props.isOptional}
        />
      ))}
    </FieldGroup>
  );
}

type CheckboxProps = FieldBase & { value?: string; isChecked?: boolean };

/** One statement to agree with. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, error, value = "yes", isChecked = false } = props;
  const wiring = fieldWiring(props);
  return (
    <div className={error ? "field-error" : undefined}>
      {error && (
        <p id={`${fieldId(name)}-error`} className="font-bold text-overdue">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className="choice">
        <input
          {...wiring}
          type="checkbox"
          value={value}
          defaultChecked={isChecked}
          className="choice-input"
        />
        <span>
          <label htmlFor={wiring.id}>{label}</label>
          {hint && (
            <span
              id={`${fieldId(name)}-hint`}
              className="block text-small text-ink-2"
            >
              {hint}
            </span>
          )}
        </span>
      </div>
    </div>
  );
}

type ChoiceProps = {
  type: "checkbox" | "radio";
  name: string;
  option: Option;
  isChecked: boolean;
  isRequired?: boolean;
};

function Choice({ type, name, option, isChecked, isRequired }: ChoiceProps) {
  const id = `${fieldId(name)}-${option.value}`;
  return (
    <div className="choice break-inside-avoid">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={isChecked}
        disabled={option.isDisabled}
        required={type === "radio" && isRequired}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        className="choice-input"
      />
      <span>
        <label htmlFor={id}>{option.label}</label>
        {option.hint && (
          <span id={`${id}-hint`} className="block text-small text-ink-2">
            {option.hint}
          </span>
        )}
      </span>
    </div>
  );
}
