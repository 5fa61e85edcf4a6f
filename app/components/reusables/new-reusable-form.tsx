import { reusableLabels } from "~/content/block-labels";
import { reusableKinds } from "~/content/page-content";
import {
  type FieldError,
  type TypedForm,
  errorFor,
  typedText,
} from "~/lib/parse-form";
import { Button } from "../button";
import { RadioGroup } from "../choice-fields";
import { ErrorSummary } from "../error-summary";
import { FormStack } from "../layout";
import { Section } from "../page-heading";
import { TextArea, TextField } from "../text-field";

type Props = { errors: readonly FieldError[]; typed: TypedForm };

/** The first version of a reusable text, as plain paragraphs. */
export function NewReusableForm({ errors, typed }: Props) {
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <Section
      title="Write a reusable text"
      below="An editor or clinical lead other than you approves it before a page can take it."
    >
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <TextField {...field("name")} label="Name" maxLength={120} />
          <RadioGroup
            {...field("kind")}
            label="Kind"
            options={reusableKinds.map((value) => ({
              value,
              label: reusableLabels[value],
            }))}
          />
          <TextArea
            {...field("text")}
            label="Text"
            hint="Paragraphs, with an empty line between them."
            rows={6}
          />
          <div>
            <Button tone="primary">Keep the text</Button>
          </div>
        </FormStack>
      </form>
    </Section>
  );
}
