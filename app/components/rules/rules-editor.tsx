import type { ExampleDay, RulesInForce } from "~/domain/review-rules";
import type { TypedForm } from "~/lib/parse-form";
import { typedText } from "~/lib/parse-form";
import { rulesOptionNames, rulesOptions } from "~/wording/review-rules";
import { Button, ButtonRow } from "../button";
import { Checkbox } from "../choice-fields";
import { ErrorSummary } from "../error-summary";
import { FormStack, Stack, WithAside } from "../layout";
import { Notice } from "../notice";
import { ExampleFields, ExampleTable } from "./rules-example";
import { RulesEffects } from "./rules-effects";
import { NumberFields } from "./rules-numbers";
import { ReminderRows } from "./rules-reminders";
import { SeatFields } from "./rules-seats";
import type { RulesAnswer } from "./rules-answer";

type Props = {
  rules: Pick<RulesInForce, "number" | "intervalMonths">;
  typed: TypedForm;
  example: readonly ExampleDay[];
  answer: RulesAnswer | null;
};

/** The rules as a plain list, the worked example beside it, and what saving touches. */
export function RulesEditor(props: Props) {
  const { rules, answer } = props;
  const typed = answer?.typed ?? props.typed;
  const errors = answer?.errors ?? [];
  const preview = answer?.preview ?? null;
  const fields = { typed, errors };
  return (
    <form method="post">
      {answer?.refusal && (
        <div className="mb-6 max-w-form">
          <Notice tone="stop" title={answer.refusal} isAnswer />
        </div>
      )}
      <ErrorSummary errors={errors} />
      {preview && <RulesEffects effects={preview.effects} />}
      <input type="hidden" name="baseNumber" value={rules.number} />
      <input
        type="hidden"
        name="previewed"
        value={preview?.fingerprint ?? ""}
      />
      <WithAside
        aside={
          <Stack>
            <ExampleTable
              days={preview?.example ?? props.example}
              isOld={answer !== null && preview === null}
            />
            <ExampleFields {...fields} />
            <Button name="intent" value="preview">
              Preview
            </Button>
          </Stack>
        }
      >
        <FormStack>
          <NumberFields {...fields} />
          <SeatFields {...fields} />
          <fieldset className="grid gap-3">
            <legend className="mb-1 font-bold">Besides</legend>
            {rulesOptionNames.map((name) => (
              <Checkbox
                key={name}
                name={name}
                label={rulesOptions[name].label}
                hint={rulesOptions[name].hint}
                isChecked={typedText(typed, name) === "yes"}
              />
            ))}
          </fieldset>
          <ReminderRows {...fields} />
          <ButtonRow>
            {preview ? (
              <Button tone="primary" name="intent" value="save">
                Save these rules
              </Button>
            ) : (
              <Button tone="primary" name="intent" value="preview">
                Preview the change
              </Button>
            )}
            {preview && (
              <Button tone="quiet" name="intent" value="preview">
                Preview again
              </Button>
            )}
          </ButtonRow>
        </FormStack>
      </WithAside>
    </form>
  );
}
