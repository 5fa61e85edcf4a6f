import { formAnswers } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { formAnswerLabels } from "~/wording/labels";

type Props = {
  questions: readonly { id: string; question: string }[];
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** The short form that is kept with an approval: one line, three answers each. */
export function ShortFormFields({ questions, errors, typed }: Props) {
  if (questions.length === 0) return null;
  return (
    <fieldset className="grid gap-3">
      <legend className="text-h3 font-bold">Short form</legend>
      <p className="text-ink-2">
        Needed to approve, and kept with your decision for the editors. You may
        answer no and approve all the same, when your note says why. Where the
        text cites no source, answer from the one that you know.
      </p>
      {questions.map(({ id, question }, index) => {
        const name = `answer-${id}`;
        const error = errorFor(errors, name);
        return (
          <fieldset
            key={id}
            id={`field-${name}`}
            tabIndex={-1}
            className={`grid gap-1 border-t border-rule pt-3${error ? " field-error" : ""}`}
          >
            <legend className="float-left w-full max-w-measure">
              {index + 1}. {question}
            </legend>
            {error && (
              <p className="font-bold text-overdue">
                <span className="sr-only">Error: </span>
                {error}
              </p>
            )}
            <div className="flex flex-wrap gap-x-6">
              {formAnswers.map((answer) => (
                <label key={answer} className="choice">
                  <input
                    type="radio"
                    name={name}
                    value={answer}
                    defaultChecked={typedText(typed, name) === answer}
                    className="choice-input"
                  />
                  {formAnswerLabels[answer]}
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}
