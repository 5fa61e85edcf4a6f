import { pageKinds } from "~/domain/words";
import { errorFor, type TypedForm, typedText } from "~/lib/parse-form";
import { pageKindLabels } from "~/wording/labels";
import { Button } from "../button";
import { Select } from "../choice-fields";
import { FormStack, Panel } from "../layout";
import { TextField } from "../text-field";

type FieldError = { name: string; sentence: string };
type Person = { id: string; name: string; credentials: string };
type Filled = { errors: readonly FieldError[]; typed: TypedForm };

/** "This reviewer leaves": for whoever may switch an account off. */
export function DepartureForm(props: Filled & { people: readonly Person[] }) {
  const { people, errors, typed } = props;
  const options = people.map(({ id, name, credentials }) => ({
    value: id,
    label: [name, credentials].filter(Boolean).join(", "),
  }));
  return (
    <Panel title="Somebody leaves">
      <form method="post">
        <input type="hidden" name="change" value="departure" />
        <FormStack>
          <Select
            name="personId"
            label="Who leaves"
            emptyLabel="Choose a person"
            value={typedText(typed, "personId")}
            error={errorFor(errors, "personId")}
            options={options}
          />
          <Select
            name="handOverTo"
            label="Who takes over their pages and collections"
            emptyLabel="Nobody"
            isOptional
            value={typedText(typed, "handOverTo")}
            error={errorFor(errors, "handOverTo")}
            options={options}
          />
          <div>
            <Button>Rehearse the departure</Button>
          </div>
        </FormStack>
      </form>
    </Panel>
  );
}

/** "Interval 12 instead of 24": for whoever may set review rules. */
export function IntervalForm({ errors, typed }: Filled) {
  return (
    <Panel title="Another interval">
      <form method="post">
        <input type="hidden" name="change" value="interval" />
        <FormStack>
          <Select
            name="kind"
            label="Kind of page"
            emptyLabel="Choose a kind"
            value={typedText(typed, "kind")}
            error={errorFor(errors, "kind")}
            options={pageKinds.map((value) => ({
              value,
              label: pageKindLabels[value],
            }))}
          />
          <TextField
            name="months"
            label="Months between full reviews"
            width="short"
            inputMode="numeric"
            value={typedText(typed, "months")}
            error={errorFor(errors, "months")}
          />
          <TextField
            name="spreadDays"
            label="Days to spread over"
            hint="Of pages that would fall due at once."
            width="short"
            inputMode="numeric"
            value={typedText(typed, "spreadDays") || "90"}
            error={errorFor(errors, "spreadDays")}
          />
          <div>
            <Button>Rehearse the interval</Button>
          </div>
        </FormStack>
      </form>
    </Panel>
  );
}

/** "This guideline is withdrawn": for whoever may bring reviews forward. */
export function GuidelineForm({ errors, typed }: Filled) {
  return (
    <Panel title="A guideline is withdrawn">
      <form method="post">
        <input type="hidden" name="change" value="guideline" />
        <FormStack>
          <TextField
            name="guideline"
            label="Guideline"
            hint="As pages cite it, or a part of that: an organisation and a number."
            width="medium"
            value={typedText(typed, "guideline")}
            error={errorFor(errors, "guideline")}
          />
          <div>
            <Button>Rehearse the withdrawal</Button>
          </div>
        </FormStack>
      </form>
    </Panel>
  );
}
