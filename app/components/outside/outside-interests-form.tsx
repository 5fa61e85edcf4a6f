import { interestKinds } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { interestKindLabels, interestLabels } from "~/wording/labels";
import { Button } from "../button";
import { RadioGroup, Select } from "../choice-fields";
import { TextArea, TextField } from "../text-field";

type Props = { errors: readonly FieldError[]; typed: TypedForm };

/** The interests of an expert from outside: for the year and for this page at once. */
export function OutsideInterestsForm({ errors, typed }: Props) {
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <form method="post" className="panel grid max-w-form gap-5 p-4 sm:p-5">
      <input type="hidden" name="intent" value="outside_interests" />
      <RadioGroup
        {...field("level")}
        label="Your interests"
        hint="Of the last 36 months, in every product named on the page and in its rivals. Readers see a sentence about them beside your name."
        options={[
          { value: "none", label: interestLabels.none },
          {
            value: "institutional",
            label: interestLabels.institutional,
            hint: "An editor decides, with a reason that readers see.",
          },
          {
            value: "personal",
            label: interestLabels.personal,
            hint: "Your approval will not count.",
          },
        ]}
      />
      <TextField
        {...field("entity")}
        label="Company or body"
        hint="For an interest; leave it empty for none."
        maxLength={200}
        isOptional
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Select
          {...field("kind")}
          label="What ties you to it"
          emptyLabel="Choose the kind"
          isOptional
          options={interestKinds.map((value) => ({
            value,
            label: interestKindLabels[value],
          }))}
        />
        <TextField
          {...field("since")}
          label="Since which month"
          hint="Such as 2025-03."
          width="short"
          maxLength={7}
          isOptional
        />
      </div>
      <TextArea
        {...field("details")}
        label="In your words"
        rows={3}
        isOptional
      />
      <div>
        <Button tone="primary">Keep this answer</Button>
      </div>
    </form>
  );
}
