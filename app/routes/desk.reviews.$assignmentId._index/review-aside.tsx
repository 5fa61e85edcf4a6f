import type { ReactNode } from "react";
import { DayText, MomentText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { Code } from "~/components/tag";
import { placesOnScreen } from "./places-on-screen";
import type { ReviewScreen } from "./load-review.server";

/** The facts of a review, and the way to each part of its screen. */
export function ReviewAside({ review }: { review: ReviewScreen }) {
  return (
    <div className="grid gap-6 xl:sticky xl:top-6">
      <nav aria-label="On this screen">
        <ol className="grid gap-1">
          {placesOnScreen(review).map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-1">
                {label}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <DefinitionRows rows={rowsOf(review)} />
    </div>
  );
}

function rowsOf(review: ReviewScreen): { term: string; detail: ReactNode }[] {
  const { submittedBy, submittedAt, timeZone } = review;
  return [
    ...(review.state === "invited"
      ? [{ term: "Answer by", detail: <DayText day={review.respondBy} /> }]
      : []),
    { term: "Review by", detail: <DayText day={review.reviewBy} /> },
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
