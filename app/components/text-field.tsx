import { Field, type FieldBase, fieldWiring } from "./field";

type TextProps = FieldBase & {
  /** What was typed before: kept when the form comes back. */
  value?: string;
  type?: "text" | "email" | "password" | "search" | "url" | "tel" | "number";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "email" | "url" | "search";
  placeholder?: string;
  maxLength?: number;
  /** About how much is expected; a phone always uses its whole width. */
  width?: "short" | "medium" | "full";
  /** For ids, codes and HGVS names. */
  isMono?: boolean;
};

const widths = { short: "max-w-40", medium: "max-w-80", full: "" } as const;

export function TextField(props: TextProps) {
  const { value, type = "text", width = "full", isMono } = props;
  return (
    <Field {...props}>
      <input
        {...fieldWiring(props)}
        type={type}
        defaultValue={value}
        required={!props.isOptional}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        spellCheck={isMono ? false : undefined}
        className={`control ${widths[width]}${isMono ? " font-mono" : ""}`}
      />
    </Field>
  );
}

type AreaProps = FieldBase & { value?: string; rows?: number };

export function TextArea(props: AreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...fieldWiring(props)}
        defaultValue={props.value}
        required={!props.isOptional}
        rows={props.rows ?? 4}
        className="control"
      />
    </Field>
  );
}

type DayProps = FieldBase & {
  value?: string;
  min?: string;
  max?: string;
  /** Needed for one of the answers only: the server says when. */
  mayStayEmpty?: boolean;
};

/** One day, `YYYY-MM-DD`; the browser's own calendar where it has one. */
export function DayField(props: DayProps) {
  return (
    <Field {...props}>
      <input
        {...fieldWiring(props)}
        type="date"
        defaultValue={props.value}
        required={!props.isOptional && !props.mayStayEmpty}
        min={props.min}
        max={props.max}
        className="control max-w-48"
      />
    </Field>
  );
}
