import {
  type FieldError,
  type TypedForm,
  errorFor,
  typedText,
} from "~/lib/parse-form";
import { Button } from "../button";
import { ErrorSummary } from "../error-summary";
import { FormStack } from "../layout";
import { Section } from "../page-heading";
import { TextArea } from "../text-field";

type Props = {
  /** The newest version, to write on from. */
  text: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** The next version of a reusable text. */
export function NextReusableForm({ text, errors, typed }: Props) {
  return (
    <Section
      title="Write the next version"
      below="Pages keep the version they have until their authors take the new one."
    >
      <ErrorSummary errors={errors} />
      <form method="post">
        <input type="hidden" name="intent" value="write" />
        <FormStack>
          <TextArea
            name="text"
            label="Text"
            hint="Paragraphs, with an empty line between them."
            rows={6}
            value={"text" in typed ? typedText(typed, "text") : text}
            error={errorFor(errors, "text")}
          />
          <div>
            <Button>Keep the next version</Button>
          </div>
        </FormStack>
      </form>
    </Section>
  );
}
