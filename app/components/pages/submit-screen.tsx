import type { ComponentProps } from "react";
import { errorFor, typedText } from "~/lib/parse-form";
import { suggestedNote } from "~/wording/comparison";
import { paths } from "~/lib/paths";
import { Button, ButtonLink, ButtonRow } from "../button";
import { Checkbox } from "../choice-fields";
import { ErrorSummary } from "../error-summary";
import { FormStack } from "../layout";
import { Notice } from "../notice";
import { Section } from "../page-heading";
import { AnswerLetter } from "../review/answer-letter";
import type { ComparisonShown } from "../review/comparison-of";
import { ComparisonView } from "../review/comparison-view";
import { TextArea } from "../text-field";
import { type RuleNeedShown, SubmitConsequences } from "./submit-consequences";
import { CorrectionFields, MainFields } from "./submit-fields";
import { type SubmitAnswer, SubmitRefusal } from "./submit-refusal";

export type SubmitProps = {
  slug: string;
  line: "main" | "correction";
  needs: readonly RuleNeedShown[];
  needsOfUpdate: readonly RuleNeedShown[];
  /** The rules let a section that nobody touched keep its sign-off. */
  mayKeepSections: boolean;
  revision: number;
  changeNote: string;
  reason: string;
  scope: readonly { id: string; label: string }[];
  changes: ComparisonShown | null;
  /** What the letter to the reviewers will answer. */
  answers: ComponentProps<typeof AnswerLetter>["remarks"];
  isBaseMoved: boolean;
  isPastDue: boolean;
  cancels: "approved" | "scheduled" | null;
  isEditor: boolean;
  answer: SubmitAnswer | null;
};

/** Everything about a submission on one screen, and its one act. */
export function SubmitScreen(props: SubmitProps) {
  const { slug, line, cancels, isEditor, answer, changes } = props;
  const typed = answer?.typed ?? {};
  const errors = answer?.errors ?? [];
  const isStopped = cancels !== null && !isEditor;
  return (
    <>
      <SubmitRefusal slug={slug} answer={answer} />
      {props.isBaseMoved && line === "main" && (
        <div className="mb-6">
          <Notice
            tone="warn"
            title="The live text changed after this draft was based on it."
          >
            <p>
              <a href={paths.deskPageAct(slug, "rebase")}>
                Bring in the live text
              </a>{" "}
              first, or the version cannot be published.
            </p>
          </Notice>
        </div>
      )}
      <form method="post" className="panel max-w-form p-5">
        <h2 className="text-h2">
          {line === "main"
            ? "Submit for review"
            : "Submit the safety correction"}
        </h2>
        <SubmitConsequences {...props} />
        <div className="mt-5">
          <ErrorSummary errors={errors} />
        </div>
        <input type="hidden" name="revision" value={props.revision} />
        <FormStack>
          {line === "main" ? (
            <MainFields {...props} typed={typed} errors={errors} />
          ) : (
            <CorrectionFields {...props} typed={typed} errors={errors} />
          )}
          <TextArea
            name="changeNote"
            label="What changed"
            hint="In plain words. Reviewers read it first, and readers find it in the history."
            rows={3}
            value={answer ? typedText(typed, "changeNote") : noteOf(props)}
            error={errorFor(errors, "changeNote")}
          />
          {props.mayKeepSections && (
            <Checkbox
              name="isReadAnew"
              label="Have every section read anew"
              hint="Of a full review. Otherwise a section that nobody touched keeps its sign-off, and the review date stays that of the oldest."
              isChecked={typedText(typed, "isReadAnew") === "yes"}
            />
          )}
          {props.answers.length > 0 && (
            <TextArea
              name="coveringNote"
              label="Covering note to the reviewers"
              hint="Stands above the answers to their remarks, which you find below as they will go out."
              rows={3}
              isOptional
              value={typedText(typed, "coveringNote")}
              error={errorFor(errors, "coveringNote")}
            />
          )}
          {cancels && isEditor && (
            <Checkbox
              name="confirmed"
              label={`Yes, give up the ${cancels} version for this one`}
              isChecked={typedText(typed, "confirmed") === "yes"}
            />
          )}
          {isStopped && (
            <Notice
              tone="stop"
              title={`A version of this page is ${cancels}. Submitting would cancel that, so an editor has to do it.`}
            />
          )}
          <ButtonRow>
            {!isStopped && <Button tone="primary">Submit for review</Button>}
            <ButtonLink
              tone="quiet"
              href={paths.deskPageAct(
                slug,
                line === "main" ? "write" : "correction",
              )}
            >
              Go back to the text
            </ButtonLink>
          </ButtonRow>
        </FormStack>
      </form>
      {props.answers.length > 0 && (
        <Section
          id="answers"
          title="Your answer to the reviewers"
          below="Made from the replies and decisions on their remarks. It goes out with the version and stays with it; answer what is still open before you submit."
          action={
            <a href={paths.deskPageAct(slug, "comments")}>Answer remarks</a>
          }
        >
          <AnswerLetter remarks={props.answers} />
        </Section>
      )}
      {changes && (
        <Section id="changes" title="What differs from the live text">
          <ComparisonView
            shown={changes}
            none="Nothing differs from the live text."
          />
        </Section>
      )}
    </>
  );
}

/** A draft begins with the live version's note, which is not about the new words: then one is suggested. */
function noteOf({ line, changeNote, reason, changes }: SubmitProps): string {
  const isOld = changes !== null && !changes.metadata.includes("changeNote");
  if (!isOld) return changeNote;
  if (line === "correction") return reason;
  // Nothing else is written yet: what differs is something to begin from.
  return suggestedNote(changes.sections);
}
