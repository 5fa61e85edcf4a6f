import {
  type FieldError,
  type TypedForm,
  errorFor,
  typedText,
} from "~/lib/parse-form";
import { Button, ButtonLink, ButtonRow } from "../button";
import { Checkbox } from "../choice-fields";
import { ErrorSummary } from "../error-summary";
import { FileField } from "../file-field";
import { FormStack } from "../layout";
import { Section } from "../page-heading";
import { TextArea, TextField } from "../text-field";

type Props = {
  back: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** An image with all that readers need to know of it. */
export function AddFigureForm({ back, errors, typed }: Props) {
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <Section
      title="Add a figure"
      below="It is put at the end of the draft. What is left empty here can be given later, but has to be there before the page is submitted."
    >
      <ErrorSummary errors={errors} />
      <form method="post" encType="multipart/form-data">
        <FormStack>
          <FileField
            name="file"
            label="Image"
            hint="PNG, JPEG or WebP, at most 10 MB and 50 megapixels. Details such as the place where it was taken are left out."
            accept="image/png,image/jpeg,image/webp"
            error={errorFor(errors, "file")}
          />
          <TextField {...field("caption")} label="Caption" isOptional />
          <TextArea
            {...field("alt")}
            label="Alternative text"
            hint="What the image says, for those who do not see it."
            rows={3}
            isOptional
          />
          <Checkbox
            name="isDecorative"
            label="Decorative: it says nothing that the text does not"
            isChecked={typedText(typed, "isDecorative") === "yes"}
          />
          <TextField
            {...field("credit")}
            label="Credit"
            hint="Who made it."
            isOptional
          />
          <TextField
            {...field("licence")}
            label="Licence"
            hint="Such as CC BY 4.0, or who gave permission and when."
            isOptional
          />
          <ButtonRow>
            <Button tone="primary">Add the figure</Button>
            <ButtonLink tone="quiet" href={back}>
              Go back
            </ButtonLink>
          </ButtonRow>
        </FormStack>
      </form>
    </Section>
  );
}
