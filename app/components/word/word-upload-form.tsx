import type { FieldError } from "~/lib/parse-form";
import { Button, ButtonLink, ButtonRow } from "../button";
import { ErrorSummary } from "../error-summary";
import { FileField } from "../file-field";
import { FormStack } from "../layout";

type Props = {
  errors: readonly FieldError[];
  downloadHref: string;
  backHref: string;
};

/** The first step: choose a file. Nothing is changed by looking at it. */
export function WordUploadForm({ errors, downloadHref, backHref }: Props) {
  return (
    <form method="post" encType="multipart/form-data">
      <input type="hidden" name="act" value="read" />
      <ErrorSummary errors={[...errors]} />
      <FormStack>
        <FileField
          name="file"
          label="Word document"
          hint="A .docx file of at most 10 MB, with its tracked changes and comments."
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          error={errors[0]?.sentence}
        />
        <ButtonRow>
          <Button tone="primary">Show what it says</Button>
          <ButtonLink href={downloadHref}>
            Get the draft as a Word file
          </ButtonLink>
          <ButtonLink tone="quiet" href={backHref}>
            Back to the text
          </ButtonLink>
        </ButtonRow>
        <p className="text-small text-ink-2">
          You see what was understood before anything is done with it. A draft
          that you got from here as a Word file comes back with its blocks,
          citations and genes as they were.
        </p>
      </FormStack>
    </form>
  );
}
