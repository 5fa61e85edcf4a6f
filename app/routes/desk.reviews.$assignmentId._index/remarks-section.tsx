import { PrivateRemarks } from "~/components/review/private-remarks";
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

/** Remarks of everybody beside this version, the reviewer's own unsent ones first. */
export function RemarksSection({ review, acting, answer }: Props) {
  return (
    <TextRemarks
      {...shared({ review, acting, answer })}
      title="Remarks"
      below="A remark is about a place in the text, or about the page as a whole: select words in the text, or name the place here. It stays yours until you sign your decision; then it stands there as a comment: editors and the other reviewers read it, and the authors answer. Readers never see it."
      remarks={review.remarks.filter(({ isEarlier }) => !isEarlier)}
      places={review.places}
      mayRemark
      kept={
        <PrivateRemarks
          remarks={review.privateRemarks}
          versionNumber={review.versionNumber}
          maySend={review.closedBecause === null}
        />
      }
    />
  );
}

/** In a later round: what this reviewer remarked before, and how each was answered. */
export function EarlierRemarks({ review, acting, answer }: Props) {
  const earlier = review.remarks.filter(({ isEarlier }) => isEarlier);
  if (earlier.length === 0) return null;
  return (
    <TextRemarks
      {...shared({ review, acting, answer })}
      id="earlier"
      title="Your earlier remarks, and how each was answered"
      remarks={earlier}
      places={null}
      mayRemark
    />
  );
}

function shared({ review, acting, answer }: Props) {
  const mayClose = new Set(
    review.remarks.filter((each) => each.mayClose).map(({ id }) => id),
  );
  return {
    empty: null,
    timeZone: review.timeZone,
    mayInsist: true,
    mayClose: ({ id }: { id: string }) => mayClose.has(id),
    discussion: {
      ...{ acting, answer, people: review.people },
      here: paths.review(review.id),
    },
  };
}
