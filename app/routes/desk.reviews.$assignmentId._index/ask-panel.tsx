import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Notice } from "~/components/notice";
import { ColleagueForm } from "~/components/review/colleague-form";
import { TextArea } from "~/components/text-field";
import { typedText, type TypedForm } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import {
  readingSpeedNote,
  readingTime,
  sectionsInWords,
} from "~/wording/review";
import type { ReviewScreen } from "./load-review.server";

type Props = { review: ReviewScreen; typed: TypedForm; answer: Answer };

/** The invitation: one press accepts, one declines, and no reason is asked for. */
export function AskPanel({ review, typed, answer }: Props) {
  const { state, closedBecause } = review;
  if (review.moved !== null) return null;
  if (closedBecause && state !== "done")
    return <Notice tone="info" title={closedSentences[closedBecause]} />;
  if (state === "declined")
    return (
      <Notice
        tone="info"
        title="You declined this review. An editor may ask you again."
      >
        <p>
          <a href={paths.reviews()}>Your other reviews</a>
        </p>
      </Notice>
    );
  if (state !== "invited" && state !== "lapsed" && state !== "accepted")
    return null;
  const isAsked = state !== "accepted";
  const isNew = review.compared === null;
  const words = review.sections.reduce(
    (sum, each) => sum + (isNew ? each.words : each.changedWords),
    0,
  );
  const toKey = review.values.filter(({ said }) => said === null).length;
  return (
    <section className="panel p-4 sm:p-5" aria-label="The invitation">
      <p className="mb-3 text-lead">
        {capital(readingTime(words, review.values.length))},{" "}
        {sectionsInWords(review.sections, isNew)}
        {toKey > 0 &&
          `, ${toKey === 1 ? "1 value" : `${String(toKey)} values`} to type again from the source`}
        .<span className="block text-small text-ink-2">{readingSpeedNote}</span>
      </p>
      {isAsked && (
        <>
          <p className="mb-4 max-w-measure">
            Read the text, leave remarks, then approve it or request changes.
            Say by <strong>{dayInWords(review.respondBy)}</strong> whether you
            can; the review itself is due by{" "}
            <strong>{dayInWords(review.reviewBy)}</strong>.
          </p>
          <ButtonRow>
            <form method="post">
              <input type="hidden" name="intent" value="accept" />
              <Button tone="primary">Accept this review</Button>
            </form>
            <form method="post">
              <input type="hidden" name="intent" value="decline" />
              <Button>Decline</Button>
            </form>
          </ButtonRow>
        </>
      )}
      {!isAsked && (
        <p className="mb-2">
          You accepted. Decide by <strong>{dayInWords(review.reviewBy)}</strong>
          .{" "}
          <ButtonLink href="#decision" tone="quiet">
            Go to the decision
          </ButtonLink>
        </p>
      )}
      <details className="mt-4" open={typedText(typed, "declineReason") !== ""}>
        <summary className="cursor-pointer">
          {isAsked ? "Decline and say why" : "I cannot do it after all"}
        </summary>
        <form method="post" className="mt-3 grid max-w-form gap-4">
          <input type="hidden" name="intent" value="decline" />
          <TextArea
            name="declineReason"
            label="Reason"
            hint="The editor reads it."
            rows={2}
            isOptional
            value={typedText(typed, "declineReason")}
          />
          <div>
            <Button>Decline this review</Button>
          </div>
        </form>
      </details>
      <details
        className="mt-4"
        open={answerOf(answer, "propose").errors.length > 0}
      >
        <summary className="cursor-pointer">Suggest a colleague</summary>
        <div className="mt-3">
          <ColleagueForm {...answerOf(answer, "propose")} mayDecline />
        </div>
      </details>
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const closedSentences = {
  taken_back: "The author took this version back. Nothing is asked of you.",
  superseded:
    "A newer version took the place of this one. Nothing is asked of you here.",
  published: "This version has been published. Nothing is asked of you.",
} as const;
