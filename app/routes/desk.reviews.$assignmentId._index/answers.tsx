import { Section } from "~/components/page-heading";
import { AnswerLetter } from "~/components/review/answer-letter";
import type { ReviewScreen } from "./load-review.server";

/** The letter that came with the newest version, the reader's own remarks first. */
export function Answers({ review }: { review: ReviewScreen }) {
  const { letter, personId } = review;
  if (!letter) return null;
  return (
    <Section
      id="answers"
      title={`Answer to the reviewers, with version ${String(letter.versionNumber)}`}
      below={`From ${letter.writtenBy}. Your own remarks come first.`}
    >
      <AnswerLetter {...letter} readerId={personId} />
    </Section>
  );
}
