import type { Expertise, Severity } from "~/domain/words";
import type { FieldError } from "~/lib/parse-form";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import { needLabel } from "~/wording/labels";
import { Button, ButtonLink, ButtonRow } from "../button";
import { TextArea } from "../text-field";

type Props = {
  finding: {
    id: string;
    rule: string;
    severity: Severity;
    setAsideBy: string | null;
    /** The expertises that may set this rule's findings aside; none: nobody may. */
    settableBy: readonly string[];
  };
  /** What whoever looks is verified in, as far as they review. */
  expertise: readonly Expertise[];
  /** The form is open. */
  isAsked: boolean;
  /** Where the form is opened, and closed without an act. */
  askHref: string;
  cancelHref: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Who may set a blocking finding aside; the way to do it, and its form. */
export function SetAsideAction(props: Props) {
  const { finding, expertise, isAsked, askHref } = props;
  const { severity, setAsideBy, settableBy } = finding;
  if (severity !== "blocks" || setAsideBy) return null;
  if (settableBy.length === 0)
    return <span className="text-small text-ink-2">Cannot be set aside</span>;
  if (!expertise.some((each) => settableBy.includes(each)))
    return (
      <span className="max-w-60 text-small text-ink-2">
        Can be set aside by:{" "}
        {settableBy.map((each) => needLabel(each).toLowerCase()).join(", ")}
      </span>
    );
  if (!isAsked)
    return (
      <a href={askHref}>
        Set aside<span className="sr-only"> the finding of {finding.rule}</span>
      </a>
    );
  return <SetAsideForm {...props} />;
}

function SetAsideForm({ finding, cancelHref, errors, typed }: Props) {
  return (
    <form method="post" className="grid w-full max-w-form gap-4">
      <input type="hidden" name="intent" value="set_aside" />
      <input type="hidden" name="findingId" value={finding.id} />
      <TextArea
        name="whyRight"
        label="Why the text is right as it is"
        hint="Shown in the history with your name. It holds only while this text stands."
        rows={3}
        value={typedText(typed, "whyRight")}
        error={errorFor(errors, "whyRight")}
      />
      <ButtonRow>
        <Button>Set this finding aside</Button>
        <ButtonLink tone="quiet" href={cancelHref}>
          Leave it
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
