import { Button, ButtonRow } from "~/components/button";
import { ColleagueForm } from "~/components/review/colleague-form";
import { DeclineForm } from "~/components/review/decline-form";
import type { TypedForm } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { dayInWords } from "~/wording/days";
import { approvalMeaning } from "~/wording/labels";
import { reviewTime, reviewTimeNote, sectionsInWords } from "~/wording/review";
import { listInWords } from "~/wording/places";
import type { ReviewScreen } from "./load-review.server";

type Props = { review: ReviewScreen; typed: TypedForm; answer: Answer };

const moreTime =
  "If that day does not suit you, reply to the mail that asked you: an editor can give you more time.";

/** The invitation: one press accepts, one declines, and no reason is asked for. */
export function AskPanel({ review, typed, answer }: Props) {
  const { state } = review;
  if (state !== "invited" && state !== "accepted") return null;
  const isAsked = state === "invited";
  const isNew = review.compared === null;
  const words = review.sections.reduce(
    (sum, each) => sum + (isNew ? each.words : each.changedWords),
    0,
  );
  const toKey = review.values.filter(({ said }) => said === null).length;
  return (
    <section className="panel p-4 sm:p-5" aria-labelledby="asked">
      <h2 id="asked" className="text-h3">
        {isAsked ? "What is asked of you" : "Your review"}
      </h2>
      <p className="mt-1 mb-3 text-lead">
        {capital(timeOf(review, words))},{" "}
        {sectionsInWords(review.sections, isNew)}
        {toKey > 0 &&
          `, ${toKey === 1 ? "1 value" : `${String(toKey)} values`} to type again from the source`}
        .<span className="block text-small text-ink-2">{reviewTimeNote}</span>
      </p>
      {review.progress.changesAskedBy.length > 0 && (
        <p className="mb-3 max-w-measure">
          <strong>
            {listInWords(review.progress.changesAskedBy)} asked for changes
          </strong>{" "}
          on this version. Its authors may write another; until then your
          decision on this one is taken.
        </p>
      )}
      {isAsked ? (
        <>
          <p className="mb-4 max-w-measure">
            Read the text and leave remarks, then sign your decision: approve
            it, or request changes.{" "}
            {review.respondBy < review.today ? (
              <>
                Your answer was due on{" "}
                <strong>{dayInWords(review.respondBy)}</strong> and is still
                taken;
              </>
            ) : (
              <>
                Say by <strong>{dayInWords(review.respondBy)}</strong> whether
                you can;
              </>
            )}{" "}
            the review itself is due by{" "}
            <strong>{dayInWords(review.reviewBy)}</strong>. {moreTime}
          </p>
          <ButtonRow>
            <form method="post">
              <input type="hidden" name="intent" value="accept" />
              <Button tone="primary">Accept this review</Button>
            </form>
            <DeclineForm typed={typed} />
          </ButtonRow>
          <ToCome review={review} />
        </>
      ) : (
        <>
          <p>
            You accepted. Sign your decision by{" "}
            <strong>{dayInWords(review.reviewBy)}</strong>. {moreTime}
          </p>
          <details className="mt-3" open={typed["declineReason"] !== undefined}>
            <summary className="min-h-6 cursor-pointer">
              I cannot do it after all
            </summary>
            <div className="mt-3">
              <DeclineForm typed={typed} />
            </div>
          </details>
        </>
      )}
      <details
        className="mt-3"
        open={answerOf(answer, "propose").errors.length > 0}
      >
        <summary className="min-h-6 cursor-pointer">
          Suggest a colleague
        </summary>
        <div className="mt-3">
          <ColleagueForm {...answerOf(answer, "propose")} mayDecline />
        </div>
      </details>
    </section>
  );
}

function timeOf(review: ReviewScreen, words: number): string {
  const { values, claims, questions, findings, rulesNotRun } = review;
  return reviewTime({
    words,
    values: values.length,
    claims: claims.length,
    questions: questions.length,
    toLookAt: findings.length + rulesNotRun.length,
  });
}

/** What follows a yes, and what follows a no, before either is said. */
function ToCome({ review }: { review: ReviewScreen }) {
  const { values, claims, questions, isOfParts } = review;
  const asked = [
    "answer about your interests in what this page names",
    values.length > 0 &&
      `type ${values.length === 1 ? "one value" : `${String(values.length)} values`} again from the source${uncitedInWords(values)}`,
    claims.length > 0 &&
      `confirm ${claims.length === 1 ? "one sentence" : `${String(claims.length)} sentences`} that can go out of date`,
    questions.length > 0 &&
      `answer ${String(questions.length)} short questions`,
    "name the day up to which you checked the evidence",
    "enter your password to sign",
  ].filter((each) => each !== false);
  return (
    <details className="mt-3" open>
      <summary className="min-h-6 cursor-pointer">
        What you will be asked for, and who sees it
      </summary>
      <div className="mt-2 grid max-w-measure gap-3">
        <div>
          <p className="font-bold">To approve you will</p>
          <ul className="list-disc pl-5">
            {asked.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
        <p>
          <strong>To approve</strong> means: “{approvalMeaning(isOfParts)}”
          Readers then see your name, credentials, affiliation and interests,
          and the day up to which you checked the evidence.
        </p>
        <p>
          <strong>To request changes</strong> needs only a note that says what
          has to change, and your password. Readers see none of it.
        </p>
        <p>
          <strong>To decline</strong> tells the editor, who asks somebody else.
          Readers never learn of it.
        </p>
      </div>
    </details>
  );
}

/** Said before somebody accepts: where the text cites nothing to type from. */
function uncitedInWords(values: ReviewScreen["values"]): string {
  const count = values.filter(({ sources }) => sources.length === 0).length;
  if (count === 0) return "";
  const which =
    count === values.length
      ? "the text cites none there"
      : `for ${String(count)} of them the text cites none`;
  return ` (${which}: from the one that you know, or ask for one with a remark)`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
