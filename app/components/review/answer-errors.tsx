import type { FieldError } from "~/lib/parse-form";
import { ErrorSummary } from "../error-summary";
import { Notice } from "../notice";

/** Why an act did not go through: fields to put right, or a refusal of who or when. */
export function AnswerErrors({ errors }: { errors: readonly FieldError[] }) {
  const refusals = errors.filter(({ name }) => name === "");
  const [first, ...more] = refusals;
  return (
    <>
      {first && (
        <div className="mb-6">
          <Notice tone="stop" title={first.sentence} isAnswer>
            {more.length > 0 && (
              <ul className="grid list-disc gap-1 pl-5">
                {more.map(({ sentence }) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </Notice>
        </div>
      )}
      <ErrorSummary errors={errors.filter(({ name }) => name !== "")} />
    </>
  );
}
