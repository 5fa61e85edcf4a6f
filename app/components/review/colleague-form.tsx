import { Button, ButtonRow } from "~/components/button";
import { TextArea, TextField } from "~/components/text-field";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";

type Props = {
  errors: readonly FieldError[];
  typed: TypedForm;
  /** Whether the proposer could still review themselves. */
  mayDecline: boolean;
};

/** Somebody who could review instead: the editor reads it and decides. */
export function ColleagueForm({ errors, typed, mayDecline }: Props) {
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <form method="post" className="grid max-w-form gap-4">
      <input type="hidden" name="intent" value="propose" />
      <TextField
        {...field("colleagueName")}
        label="Your colleague’s name"
        maxLength={200}
      />
      <TextField
        {...field("colleagueAddress")}
        label="Their e-mail address"
        type="email"
        hint="The editor decides whether to write to them. The desk does not."
        autoComplete="off"
        maxLength={254}
      />
      <TextArea
        {...field("colleagueNote")}
        label="Why them"
        rows={2}
        isOptional
      />
      <ButtonRow>
        {mayDecline && (
          <Button name="declines" value="yes">
            Suggest and decline
          </Button>
        )}
        <Button name="declines" value="no">
          {mayDecline ? "Suggest, I may still review" : "Suggest"}
        </Button>
      </ButtonRow>
    </form>
  );
}
