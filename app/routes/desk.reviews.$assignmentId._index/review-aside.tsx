import type { ReactNode } from "react";
import { ButtonLink } from "~/components/button";
import { DayText, MomentText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { Code } from "~/components/tag";
import { deadlineInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { placesOnScreen } from "./places-on-screen";
import type { ReviewScreen } from "./load-review.server";

/** The days of a review and the way to each part of its screen; beside it, or before it on a phone. */
export function ReviewAside({ review }: { review: ReviewScreen }) {
  const isAsked = review.state === "accepted" && review.closedBecause === null;
  return (
    <div className="grid gap-3 xl:sticky xl:top-6 xl:gap-5">
      <dl className="flex flex-wrap gap-x-6 xl:grid xl:gap-2">
        {daysOf(review).map(({ term, day }) => (
          <div key={term}>
            <dt className="inline text-ink-2">{term}</dt>{" "}
            <dd className="inline">
              <strong>
                <DayText day={day} />
              </strong>{" "}
              <span className="text-small text-ink-2">
                ({deadlineInWords(review.today, day)})
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <nav aria-label="On this screen">
        <ol className="flex flex-wrap gap-x-4 xl:grid xl:gap-1">
          {placesOnScreen(review).map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-1">
                {label}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {isAsked && (
        <div className="hidden xl:block">
          <ButtonLink href="#decision" tone="primary">
            To your decision
          </ButtonLink>
        </div>
      )}
      <details>
        <summary className="min-h-6 cursor-pointer">
          Version {review.versionNumber}, who else signs
        </summary>
        <div className="mt-2">
          <DefinitionRows rows={factsOf(review)} />
        </div>
      </details>
    </div>
  );
}

function daysOf({ state, respondBy, reviewBy }: ReviewScreen) {
  const review = { term: "Review by", day: reviewBy };
  // Decided: the day is past its use.
  if (state === "done") return [];
  return state === "invited"
    ? [{ term: "Answer by", day: respondBy }, review]
    : [review];
}

function factsOf(review: ReviewScreen): { term: string; detail: ReactNode }[] {
  const { submittedBy, submittedAt, timeZone, progress } = review;
  return [
    {
      term: "Version",
      detail: (
        <>
          {review.versionNumber},{" "}
          {submittedBy
            ? `submitted by ${submittedBy}`
            : "the live text, opened again by the desk"}
          <br />
          <MomentText at={submittedAt} timeZone={timeZone} />
        </>
      ),
    },
    {
      term: "Signatures",
      detail: (
        <>
          {progress.signed} of {progress.needed} signed
          {progress.waitingFor.map(({ name, expertise, isSelf }) => (
            <span key={`${name} ${expertise}`} className="block">
              Awaited: {isSelf ? "you" : name}, as{" "}
              {needLabel(expertise).toLowerCase()}
            </span>
          ))}
          {progress.unfilled > 0 && (
            <span className="block">
              {progress.unfilled === 1
                ? "Nobody is asked yet for one more."
                : `Nobody is asked yet for ${String(progress.unfilled)} more.`}
            </span>
          )}
        </>
      ),
    },
    {
      term: "Fingerprint",
      detail: (
        <>
          <Code value={review.contentSha256} short={12} />
          <span className="block text-small text-ink-2">
            Of exactly this text: your signature names it, and one changed
            letter would change it (SHA-256).
          </span>
        </>
      ),
    },
  ];
}
