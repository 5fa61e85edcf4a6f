import { Section } from "~/components/page-heading";
import { CloseRemarkForm } from "~/components/review/close-remark-form";
import { RemarkForm } from "~/components/review/remark-form";
import { Remarks } from "~/components/review/remarks";
import { paths } from "~/lib/paths";
import type { ReviewScreen } from "./load-review.server";
import { type Answer, answerOf } from "~/lib/performed";

type Props = { review: ReviewScreen; closing: string | null; answer: Answer };

/** Remarks beside this version, and one more. */
export function RemarksSection({ review, closing, answer }: Props) {
  const here = paths.review(review.id);
  const mayClose = new Set(
    review.remarks.filter((each) => each.mayClose).map(({ id }) => id),
  );
  const sent = answerOf(answer, "raise_comment");
  const mayRemark = review.state !== "declined" && review.state !== "lapsed";
  return (
    <Section
      id="remarks"
      title="Remarks"
      below="Authors, editors and the other reviewers see them; readers never do."
    >
      <div className="grid gap-5">
        {review.remarks.length > 0 && (
          <Remarks
            remarks={review.remarks}
            timeZone={review.timeZone}
            textHref=""
            action={({ id, body }) =>
              closing === id ? (
                <CloseRemarkForm
                  {...answerOf(answer, "close_comment")}
                  remarkId={id}
                  cancelHref={`${here}#remark-${id}`}
                />
              ) : (
                mayClose.has(id) && (
                  <a href={`${here}?close=${id}#remark-${id}`}>
                    Close<span className="sr-only"> “{body.slice(0, 40)}”</span>
                  </a>
                )
              )
            }
          />
        )}
        {mayRemark && (
          <details open={sent.errors.length > 0}>
            <summary className="button">Add a remark</summary>
            <div className="mt-4">
              <RemarkForm {...sent} places={review.places} mayInsist />
            </div>
          </details>
        )}
      </div>
    </Section>
  );
}
