import type { RefusalDetail } from "~/domain/outcome";
import type { FieldError, TypedForm } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { fieldName } from "~/wording/blockers";
import { Notice } from "../notice";

export type SubmitAnswer = {
  errors: readonly FieldError[];
  typed: TypedForm;
  /** The sentence of a refusal that is about no one field. */
  refusal: string | null;
  detail: RefusalDetail;
};

/** Where each missing fact is said. */
const placeOf: Record<string, string> = {
  text: "write",
  human_author: "details#credits",
  owner: "details#hand-over",
};

/** Why the draft was not submitted: all of it, each with the way to mend it. */
export function SubmitRefusal(props: {
  slug: string;
  answer: SubmitAnswer | null;
}) {
  const { slug, answer } = props;
  if (!answer?.refusal) return null;
  const { missing = [], blocks = [] } = answer.detail;
  return (
    <div className="mb-6">
      <Notice tone="stop" title={answer.refusal} isAnswer>
        {missing.length > 0 && (
          <ul className="grid list-disc gap-1 pl-5">
            {missing.map((fact) => (
              <li key={fact}>
                The page does not say yet{" "}
                <a
                  href={`${paths.deskPage(slug)}/${placeOf[fact] ?? "details#about"}`}
                >
                  {fieldName(fact)}
                </a>
                .
              </li>
            ))}
          </ul>
        )}
        {blocks.length > 0 && (
          <p>
            {blocks.length === 1
              ? "One part"
              : `${String(blocks.length)} parts`}{" "}
            outside it differ from the live page
            {blocks.includes("(metadata)") && ", its details among them"}
            {blocks.includes("(order)") && "; the order of its parts differs"}.
          </p>
        )}
      </Notice>
    </div>
  );
}
