import type { InterestConflict } from "~/domain/interests";
import type { InterestLevel } from "~/domain/words";
import type { FieldError } from "~/lib/parse-form";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { interestLabels } from "~/wording/labels";
import { Button } from "../button";
import { RadioGroup } from "../choice-fields";
import { CheckFound } from "../interests/check-found";
import { TextArea } from "../text-field";

type Props = {
  today: string;
  declarationUntil: string | null;
  level: InterestLevel | null;
  details: string | null;
  /** What the yearly declaration says of this page's therapies. */
  check: { conflicts: InterestConflict[]; unlisted: string[] };
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** The yearly declaration, and the answer for this page. */
export function InterestsForm(props: Props) {
  const { today, declarationUntil, level, errors, typed } = props;
  const isValid = declarationUntil !== null && declarationUntil >= today;
  return (
    <div className="panel grid max-w-form gap-5 p-4 sm:p-5">
      <p>
        {isValid ? (
          <>
            Your yearly declaration holds until {dayInWords(declarationUntil)}.{" "}
            <a href={paths.interests()}>Change it</a>
          </>
        ) : (
          <>
            {declarationUntil
              ? "Your yearly declaration has run out."
              : "You have not made your yearly declaration yet."}{" "}
            <a href={paths.interests()}>Make your yearly declaration</a>, then
            come back.
          </>
        )}
      </p>
      {props.check.conflicts.length > 0 && (
        <p className="font-bold">
          Your declaration meets a therapy that this page names:
        </p>
      )}
      <CheckFound {...props.check} />
      <form method="post" className="interests-form grid gap-5">
        <input type="hidden" name="intent" value="answer_interests" />
        <RadioGroup
          name="level"
          label="For this page"
          hint="Think of every product named on it, and of its rivals."
          value={typedText(typed, "level") || (level ?? "")}
          error={errorFor(errors, "level")}
          options={[
            { value: "none", label: interestLabels.none },
            {
              value: "institutional",
              label: interestLabels.institutional,
              hint: "An editor decides, with a reason that readers see.",
            },
            {
              value: "personal",
              label: interestLabels.personal,
              hint: "Your approval will not count.",
            },
          ]}
        />
        <div className="interest-details">
          <TextArea
            name="details"
            label="What it is"
            hint="Readers see it beside your name."
            rows={2}
            isOptional
            neededWhen="needed unless you have none"
            value={typedText(typed, "details") || (props.details ?? "")}
            error={errorFor(errors, "details")}
          />
        </div>
        <div>
          <Button>{level ? "Change this answer" : "Keep this answer"}</Button>
        </div>
      </form>
    </div>
  );
}
