import { interestKinds, interestScopes } from "~/domain/words";
import { flattenRows, rowField } from "~/lib/form-rows";
import {
  errorFor,
  type FieldError,
  type TypedForm,
  typedText,
} from "~/lib/parse-form";
import { interestKindLabels, interestScopeLabels } from "~/wording/labels";
import { Button, ButtonRow } from "../button";
import { RadioGroup, Select } from "../choice-fields";
import { ErrorSummary } from "../error-summary";
import { TextArea, TextField } from "../text-field";
import type { DeclaredEntry } from "./declared-interests";

type Answer = {
  errors: readonly FieldError[];
  typed: TypedForm;
  rows: number;
};

type Props = {
  /** The newest declaration, from which the form is filled: nobody types it twice. */
  current: { hasNone: boolean; entries: readonly DeclaredEntry[] } | null;
  answer: Answer | undefined;
};

/** The yearly declaration; one more row comes with a button, also without script. */
export function DeclarationForm({ current, answer }: Props) {
  const entries = current?.entries ?? [];
  const typed = answer?.typed ?? {
    has: current && !current.hasNone ? "some" : "",
    ...flattenRows("entry", entries),
  };
  const errors = answer?.errors ?? [];
  const rows = Math.max(1, answer ? answer.rows : entries.length);
  return (
    <>
      <ErrorSummary errors={errors} />
      {/* Rows may stay empty, so the browser must not insist on them. */}
      <form method="post" noValidate className="grid max-w-measure gap-6">
        {/* The first button is the one that Enter presses. */}
        <Button hidden tabIndex={-1}>
          Declare interests
        </Button>
        <RadioGroup
          name="has"
          label="Have you any interests to declare?"
          hint="Everything of the last 36 months, yours and your institution's, whatever the page."
          value={typedText(typed, "has")}
          error={errorFor(errors, "has")}
          options={[
            { value: "none", label: "No, none" },
            { value: "some", label: "Yes, these" },
          ]}
        />
        <div className="grid gap-4">
          <div>
            <h3 className="text-h3">If yes, which</h3>
            <p className="mt-1 text-ink-2">
              One company or body each. If you have none, leave this empty. To
              take an interest off, empty its company, both months and the note.
            </p>
          </div>
          {Array.from({ length: rows }, (_, place) => (
            <EntryFields key={place} {...{ place, typed, errors }} />
          ))}
          <div>
            <Button name="intent" value="add_row">
              Add another interest
            </Button>
          </div>
        </div>
        <TextArea
          name="statement"
          label="Anything else"
          isOptional
          rows={3}
          value={typedText(typed, "statement")}
          error={errorFor(errors, "statement")}
        />
        <ButtonRow>
          <Button tone="primary">Declare interests</Button>
        </ButtonRow>
      </form>
    </>
  );
}

function EntryFields(props: {
  place: number;
  typed: TypedForm;
  errors: readonly FieldError[];
}) {
  const { place, typed, errors } = props;
  const field = (name: string) => ({
    name: rowField("entry", place, name),
    value: typedText(typed, rowField("entry", place, name)),
    error: errorFor(errors, rowField("entry", place, name)),
  });
  return (
    <fieldset className="panel grid gap-4 p-4">
      <legend className="px-1 font-bold">Interest {place + 1}</legend>
      <TextField {...field("entity")} label="Company or body" maxLength={200} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Select
          {...field("kind")}
          label="Kind"
          emptyLabel="Choose the kind"
          options={interestKinds.map((value) => ({
            value,
            label: interestKindLabels[value],
          }))}
        />
        <Select
          {...field("scope")}
          label="Whose it is"
          emptyLabel="Choose whose"
          options={interestScopes.map((value) => ({
            value,
            label: interestScopeLabels[value],
          }))}
        />
        <TextField
          {...field("fromMonth")}
          label="From month"
          placeholder="2025-03"
          width="short"
          isMono
        />
        <TextField
          {...field("untilMonth")}
          label="Until month"
          placeholder="2026-03"
          width="short"
          isMono
          isOptional
        />
      </div>
      <TextField {...field("note")} label="Note" isOptional maxLength={500} />
    </fieldset>
  );
}
