import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { keyedKindLabels } from "~/wording/review";
import { Status } from "../status";
import { TextField } from "../text-field";

export type ValueToKey = {
  itemId: string;
  blockId: string;
  kind: keyof typeof keyedKindLabels;
  before: string;
  after: string;
  /** The numbers of the sources cited in its block. */
  sources: readonly number[];
  /** What was keyed already and agrees; null while it is asked for. */
  said: string | null;
};

type Props = {
  values: readonly ValueToKey[];
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Each changed value, left out of its sentence, to be typed from the source. */
export function KeyAgainFields({ values, errors, typed }: Props) {
  if (values.length === 0) return null;
  return (
    <fieldset className="grid gap-5">
      <legend className="text-h3">Key it again</legend>
      <p className="max-w-measure text-ink-2">
        {values.length === 1
          ? "One value is"
          : `${String(values.length)} values are`}{" "}
        new to you. Open the source and type{" "}
        {values.length === 1 ? "it" : "each"} as the source gives it, with its
        unit, so that a slip of the pen cannot pass. Only an approval needs
        this.
      </p>
      {values.map((value, index) => (
        <Value
          key={value.itemId}
          number={index + 1}
          value={value}
          error={errorFor(errors, `key-${value.itemId}`)}
          typed={typedText(typed, `key-${value.itemId}`)}
        />
      ))}
    </fieldset>
  );
}

function Value(props: {
  number: number;
  value: ValueToKey;
  error: string | undefined;
  typed: string;
}) {
  const { number, value, error, typed } = props;
  const { itemId, kind, said, before, after, blockId } = value;
  const label = keyedKindLabels[kind];
  if (said !== null)
    return (
      <p>
        <Status shape="disc_tick" colour="text-approved">
          {label} keyed
        </Status>{" "}
        <span className="text-ink-2">{before}</span>
        <strong>{said}</strong>
        <span className="text-ink-2">{after}</span>
      </p>
    );
  return (
    <TextField
      name={`key-${itemId}`}
      label={`${String(number)}. ${label}`}
      hint={
        <>
          “{before}
          <span className="value-gap">
            <span className="sr-only">the {label.toLowerCase()} to type</span>
          </span>
          {after}” <a href={`#b-${blockId}`}>In the text</a>
          <Sources numbers={value.sources} />
        </>
      }
      width="medium"
      autoComplete="off"
      isMono
      isOptional
      value={typed}
      error={error}
    />
  );
}

function Sources({ numbers }: { numbers: readonly number[] }) {
  if (numbers.length === 0) return <> · no source is cited in this part</>;
  return (
    <>
      {" "}
      · {numbers.length === 1 ? "source" : "sources"}{" "}
      {numbers.map((number) => (
        <a key={number} href={`#ref-${String(number)}`} className="mr-1.5">
          {number}
        </a>
      ))}
    </>
  );
}
