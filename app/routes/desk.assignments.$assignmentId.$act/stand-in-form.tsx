import { ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-fields";
import { ConfirmForm } from "~/components/confirm-form";
import { EmptyState } from "~/components/empty-state";
import type { Candidate } from "~/data/candidates.server";
import type { WaitingForm } from "~/data/waiting-reviewers.server";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { deadlineInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { CandidateFacts } from "../desk.pages.$slug.review/candidate-facts";

type Props = {
  waiting: WaitingForm;
  candidates: readonly Candidate[];
  /** Of the page, as its tag. */
  language: string;
  answer: Answer;
};

/** Who could stand in for one reviewer, and what happens to both of them. */
export function StandInForm(props: Props) {
  const { waiting, candidates, language, answer } = props;
  const { errors, typed } = answerOf(answer, "stand-in");
  const label = needLabel(waiting.expertise).toLowerCase();
  if (candidates.every(({ blockers }) => blockers.length > 0))
    return (
      <EmptyState
        title={`Nobody else on this desk can be asked as ${label}`}
        action={
          <ButtonLink href={paths.invite()}>Invite a reviewer</ButtonLink>
        }
      >
        {waiting.name} stays asked until somebody else can be.
      </EmptyState>
    );
  return (
    <ConfirmForm
      title={`Ask a stand-in for ${waiting.name}`}
      consequences={[
        `${waiting.name}, ${deadlineInWords(waiting.today, waiting.day)}, is released from this review and gets no more mail about it.`,
        "The stand-in is asked by mail, with new days from the review rules.",
      ]}
      act="Ask the stand-in"
      cancelHref={paths.desk()}
    >
      <RadioGroup
        name="reviewerId"
        label={`Who reviews as ${label}?`}
        value={typedText(typed, "reviewerId")}
        error={errorFor(errors, "reviewerId")}
        options={candidates.map((candidate) => ({
          value: candidate.id,
          label: [candidate.name, candidate.credentials]
            .filter((part) => part !== "")
            .join(", "),
          hint: <CandidateFacts candidate={candidate} language={language} />,
          isDisabled: candidate.blockers.length > 0,
        }))}
      />
    </ConfirmForm>
  );
}
