import { CheckFound } from "~/components/interests/check-found";
import { Section } from "~/components/page-heading";
import { InterestsForm } from "~/components/review/interests-form";
import { type Answer, answerOf } from "~/lib/performed";
import { interestLabels } from "~/wording/labels";
import type { ReviewScreen } from "./load-review.server";

type Props = { review: ReviewScreen; answer: Answer };

/** The answer for this page; folded away once it is given and the year still runs. */
export function InterestsSection({ review, answer }: Props) {
  const { today, declarationUntil, interestLevel, interestDetails } = review;
  const sent = answerOf(answer, "answer_interests");
  const isDeclared = declarationUntil !== null && declarationUntil >= today;
  const form = (
    <InterestsForm
      {...sent}
      today={today}
      declarationUntil={declarationUntil}
      level={interestLevel}
      details={interestDetails}
      check={review.interestCheck}
    />
  );
  return (
    <Section id="interests" title="Your interests">
      {interestLevel && isDeclared ? (
        <>
          <p>
            For this page you said:{" "}
            {interestLabels[interestLevel].toLowerCase()}
            {interestDetails ? `, ${interestDetails}` : ""}.
          </p>
          <div className="mt-2">
            <CheckFound {...review.interestCheck} />
          </div>
          <details className="mt-2" open={sent.errors.length > 0}>
            <summary className="cursor-pointer">Change your answer</summary>
            <div className="mt-3">{form}</div>
          </details>
        </>
      ) : (
        form
      )}
    </Section>
  );
}
