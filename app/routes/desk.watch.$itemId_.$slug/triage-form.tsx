import type { ReactNode } from "react";
import { CheckboxGroup, RadioGroup } from "~/components/choice-fields";
import { ConfirmForm } from "~/components/confirm-form";
import { DayField, TextArea, TextField } from "~/components/text-field";
import { addDays } from "~/domain/days";
import type { TriageOutcome } from "~/domain/watch-items";
import { withdrawalTypes } from "~/domain/words";
import { errorFor, typedList, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { withdrawalLabels } from "~/wording/labels";
import { withdrawnSentences } from "~/wording/notices";
import { triageWords } from "~/wording/watch-items";

type Props = {
  itemId: string;
  outcome: TriageOutcome;
  contentSha256: string;
  /** The blocks of the live text to choose from; those that it touches are ticked. */
  blocks: { id: string; label: string }[];
  touched: string[];
  nextReviewDue: string;
  earliestDue: string;
  answer: Answer;
};

/** The form of one decision: what follows from it, what it needs, and why. */
export function TriageForm(props: Props) {
  const { itemId, outcome, contentSha256, answer } = props;
  const { errors, typed } = answerOf(answer, outcome);
  const words = triageWords[outcome];
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <ConfirmForm
      title={words.act}
      consequences={words.consequences}
      act={words.act}
      tone={
        outcome === "withdrawn" || outcome === "withheld" ? "danger" : "primary"
      }
      hidden={{ outcome, sha: contentSha256 }}
      cancelHref={paths.watchItem(itemId)}
    >
      {fieldsOf(props, field, typedList(typed, "blockIds"))}
      <TextArea
        {...field("reason")}
        label="Reason"
        hint="Kept with the decision, for the desk; readers do not see it."
        rows={3}
      />
      {outcome === "no_effect" && (
        <TextField
          name="password"
          label="Your password"
          hint="To confirm that it is you who signs."
          type="password"
          autoComplete="current-password"
          width="medium"
          error={errorFor(errors, "password")}
        />
      )}
    </ConfirmForm>
  );
}

type FieldOf = (name: string) => {
  name: string;
  value: string;
  error: string | undefined;
};

function fieldsOf(
  props: Props,
  field: FieldOf,
  chosen: readonly string[],
): ReactNode {
  switch (props.outcome) {
    case "review_brought_forward":
      return (
        <DayField
          {...field("due")}
          label="Next review due"
          hint={`From ${dayInWords(props.earliestDue)}, before ${dayInWords(props.nextReviewDue)}.`}
          min={props.earliestDue}
          max={addDays(props.nextReviewDue, -1)}
        />
      );
    case "safety_correction":
    case "withheld":
      return (
        <CheckboxGroup
          {...field("blockIds")}
          label={
            props.outcome === "withheld"
              ? "Blocks to withhold"
              : "Blocks to correct"
          }
          values={props.answer === null ? props.touched : chosen}
          options={props.blocks.map(({ id, label }) => ({ value: id, label }))}
        />
      );
    case "withdrawn":
      return (
        <RadioGroup
          {...field("type")}
          label="Why it is withdrawn"
          options={withdrawalTypes.map((type) => ({
            value: type,
            label: withdrawalLabels[type],
            hint: `Readers see: “${withdrawnSentences[type]}”`,
          }))}
        />
      );
    default:
      return null;
  }
}
