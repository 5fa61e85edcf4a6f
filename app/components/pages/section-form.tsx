import type { ReactNode } from "react";
import type { FieldError, TypedForm } from "~/lib/parse-form";
import { Button } from "../button";
import { type FieldError as Shown, ErrorSummary } from "../error-summary";
import { FormStack } from "../layout";
import { Notice } from "../notice";
import { Section } from "../page-heading";

/** What a part of the screen came back with when it was refused. */
export type PartAnswer = {
  part: string;
  errors: readonly FieldError[];
  typed: TypedForm;
  isClash: boolean;
};

type Props = {
  /** The part's name: its anchor and its intent. */
  part: string;
  title: string;
  below?: ReactNode;
  /** What the form showed, as a mark that travels with it. */
  mark?: string;
  act: string;
  canWrite: boolean;
  answer: PartAnswer | null;
  saved: string | null;
  /** What stands on the desk now, shown where somebody else saved meanwhile. */
  stored?: ReactNode;
  children: ReactNode;
};

/** One part of a screen of plain forms, with its own button and its own answer. */
export function SectionForm(props: Props) {
  const { part, title, below, mark, act, canWrite, saved, stored } = props;
  const answer = props.answer?.part === part ? props.answer : null;
  const errors: readonly Shown[] = answer?.errors ?? [];
  return (
    <Section id={part} title={title} below={below}>
      <form method="post" action={`#${part}`} className="panel p-4 sm:p-5">
        <input type="hidden" name="intent" value={part} />
        {mark && <input type="hidden" name="seen" value={mark} />}
        {saved === part && !answer && (
          <div className="mb-5">
            <Notice tone="done" title="Saved." isAnswer />
          </div>
        )}
        {answer?.isClash && (
          <div className="mb-5">
            <Notice
              tone="warn"
              title="Somebody changed this part after you opened it. Nothing of yours is saved yet."
              isAnswer
            >
              <p>What stands on the desk now:</p>
              {stored}
              <p>Your words are below. Save again to put them in its place.</p>
            </Notice>
          </div>
        )}
        <ErrorSummary errors={errors} />
        <fieldset disabled={!canWrite}>
          <FormStack>
            {props.children}
            {canWrite && (
              <div>
                <Button>{act}</Button>
              </div>
            )}
          </FormStack>
        </fieldset>
      </form>
    </Section>
  );
}

/** The answer for one part, if it is that part that came back. */
export function answerFor(
  answer: PartAnswer | null,
  part: string,
): PartAnswer | null {
  return answer?.part === part ? answer : null;
}
