import type { ReactNode } from "react";

export type FieldBase = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** The sentence from the server when what was typed is refused. */
  error?: string;
  isOptional?: boolean;
  /** Of an optional field, what makes it needed: "needed to request changes". */
  neededWhen?: string;
};

/** The id of a field's control: what an error summary links to. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Ties a control to its hint and its error for those who hear the form. */
export function fieldWiring({ name, hint, error }: FieldBase) {
  const described = [
    hint ? `${fieldId(name)}-hint` : "",
    error ? `${fieldId(name)}-error` : "",
  ].filter((id) => id !== "");
  return {
    id: fieldId(name),
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
  } as const;
}

/** Label, hint, error sentence, control: in this order, always. */
export function Field(props: FieldBase & { children: ReactNode }) {
  const { name, label, error, children } = props;
  return (
    <div className={error ? "field-error" : undefined}>
      <label htmlFor={fieldId(name)} className="block font-bold">
        {label} <WhenNeeded {...props} />
      </label>
      <FieldNotes {...props} />
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

/** The same for several controls that answer one question. */
export function FieldGroup(props: FieldBase & { children: ReactNode }) {
  const { name, label, error, children } = props;
  const wiring = fieldWiring(props);
  return (
    <fieldset
      id={fieldId(name)}
      tabIndex={-1}
      aria-describedby={wiring["aria-describedby"]}
      className={error ? "field-error" : undefined}
    >
      <legend className="font-bold">
        {label} <WhenNeeded {...props} />
      </legend>
      <FieldNotes {...props} />
      <div className="mt-1">{children}</div>
    </fieldset>
  );
}

function WhenNeeded({ isOptional, neededWhen }: FieldBase) {
  if (!isOptional) return null;
  return (
    <span className="font-normal text-ink-2">({neededWhen ?? "optional"})</span>
  );
}

function FieldNotes({ name, hint, error }: FieldBase) {
  return (
    <>
      {hint && (
        <p id={`${fieldId(name)}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${fieldId(name)}-error`} className="font-bold text-overdue">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}
