import type { RemarkActing } from "~/components/review/remark-acting";
import { TextRemarks } from "~/components/review/text-remarks";
import type { Answer } from "~/lib/performed";
import { paths } from "~/lib/paths";
import type { ReviewScreen } from "./load-review.server";

type Props = {
  review: ReviewScreen;
  acting: RemarkActing | null;
  answer: Answer;
};

/** Remarks beside this version, and one more. */
export function RemarksSection({ review, acting, answer }: Props) {
  const { people, remarks, state } = review;
  const mayClose = new Set(
    remarks.filter((each) => each.mayClose).map(({ id }) => id),
  );
  return (
    <TextRemarks
      title="Comments"
      below="Authors, editors and the other reviewers see them; readers never do."
      empty={null}
      remarks={remarks}
      places={review.places}
      timeZone={review.timeZone}
      mayRemark={state !== "declined" && state !== "lapsed"}
      mayInsist
      mayClose={({ id }) => mayClose.has(id)}
      discussion={{ here: paths.review(review.id), acting, answer, people }}
    />
  );
}
