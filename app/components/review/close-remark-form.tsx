import type { FieldError } from "~/lib/parse-form";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import { Button, ButtonLink, ButtonRow } from "../button";
import { TextArea } from "../text-field";

type Props = {
  remarkId: string;
  cancelHref: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Closes one remark; the reason reaches whoever raised it. */
export function CloseRemarkForm(props: Props) {
  const { remarkId, cancelHref, errors, typed } = props;
  return (
    <form method="post" className="grid w-full max-w-form gap-4">
      <input type="hidden" name="intent" value="close_comment" />
      <input type="hidden" name="commentId" value={remarkId} />
      <TextArea
        name="closeReason"
        label="Why it is closed"
        hint="The reason reaches whoever raised it. You may leave it out on your own remark."
        rows={2}
        isOptional
        error={errorFor(errors, "closeReason")}
        value={typedText(typed, "closeReason")}
      />
      <ButtonRow>
        <Button>Close the remark</Button>
        <ButtonLink tone="quiet" href={cancelHref}>
          Leave it open
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
