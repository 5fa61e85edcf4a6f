import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { keyedKindLabels } from "~/wording/key-again";
import { Status } from "../status";
import { TextField } from "../text-field";

export type ValueToKey = {
  itemId: string;
  blockId: string;
  kind: keyof typeof keyedKindLabels;
  /** "Dose in “Treatment”, second paragraph". */
  title: string;
  /** The element of the text that shows it. */
  textId: string;
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
      <legend className="text-h3 font-bold">Type again from the source</legend>
      <p className="max-w-measure text-ink-2">
        {values.length === 1
          ? "One value is"
          : `${String(values.length)} values are`}{" "}
        new to you. Type what belongs into each gap, from the source and not
        from this text, so that a slip of the pen is found: the number with its
        unit, such as “5 mg once a day”, “72 %” or “25 years”. It is compared
        when you sign. Only an approval needs this.
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
  const { itemId, kind, title, said, before, after, textId } = value;
  const label = keyedKindLabels[kind];
  if (said !== null)
    return (
      <div id={`field-key-${itemId}`} tabIndex={-1}>
        <p>
          <Status shape="disc_tick" colour="text-approved">
            {number}. {title}: agrees with the text
          </Status>
        </p>
        <p>
          <span className="text-ink-2">{beginning(before)}</span>
          <strong>{said}</strong>
          <span className="text-ink-2">{ending(after)}</span>{" "}
          <a href={`#${textId}`}>Show in the text</a>
        </p>
      </div>
    );
  return (
    <TextField
      name={`key-${itemId}`}
      label={`${String(number)}. ${title}`}
      hint={
        <>
          “{beginning(before)}
          <span className="value-gap">
            <span className="sr-only">the {label.toLowerCase()} to type</span>
          </span>
          {ending(after)}” <a href={`#${textId}`}>Show in the text</a>
          <Sources numbers={value.sources} />
        </>
      }
      width="medium"
      autoComplete="off"
      isMono
      isOptional
      neededWhen="needed to approve"
      value={typed}
      error={error}
    />
  );
}

/** Enough of a long sentence or row to know the place by. */
const mostWords = 14;

function beginning(words: string): string {
  const all = words.split(/(?<=\s)/);
  return all.length <= mostWords
    ? words
    : `… ${all.slice(-mostWords).join("")}`;
}

function ending(words: string): string {
  const all = words.split(/(?<=\s)/);
  return all.length <= mostWords
    ? words
    : `${all.slice(0, mostWords).join("")} …`;
}

function Sources({ numbers }: { numbers: readonly number[] }) {
  if (numbers.length === 0)
    return (
      <>
        {" "}
        · No source is cited in this part. You may type from the one you know
        and approve, or ask for one with a remark.
      </>
    );
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
