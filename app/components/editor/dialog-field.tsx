import { useId, type InputHTMLAttributes } from "react";

type Props = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string;
  error?: string | null;
  /** Has the focus when the dialog opens. */
  "data-first"?: true | undefined;
};

/** A labelled field of a dialog, with its hint and what is wrong with it. */
export function DialogField({ label, hint, error, ...input }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <div className={error ? "dialog-field field-error" : "dialog-field"}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="dialog-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="dialog-error" role="alert">
          {error}
        </p>
      ) : null}
      <input
        {...input}
        id={id}
        className="control"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
