import { comparisonOf } from "~/components/review/comparison-of";
import { listDecisions } from "~/data/decisions.server";
import { findEndedRequest } from "~/data/ended-requests.server";
import { findPage } from "~/data/pages.server";
import { listPrivateRemarks } from "~/data/private-remarks.server";
import { readContent } from "~/data/read-content.server";
import type { OwnReview } from "~/data/reviews.server";
import { hasEnded } from "~/domain/ended-requests";
import { type Asker, mayNotSeeVersion, pageAccess } from "~/policy/pages";

/** All that is shown of a request that asks nothing any more. */
export type ClosedReview = NonNullable<Awaited<ReturnType<typeof loadClosed>>>;

/**
 * What became of a request, what its reviewer wrote and signed, and where they
 * may read on; null while it is open. Its text is not among it: whoever was
 * released may not read it any more.
 */
export async function loadClosed(review: OwnReview, person: Asker) {
  const isNewest = review.versionId === review.newestVersionId;
  const isRoundOpen = review.closedBecause === null;
  if (!hasEnded({ ...review, isRoundOpen, isNewest })) return null;
  const [ended, page, remarks, decisions] = await Promise.all([
    findEndedRequest(review.id, person.id),
    findPage(review.slug, person.id),
    listPrivateRemarks(person.id, review.draftId),
    listDecisions(review.versionId),
  ]);
  if (!ended || !page) throw new Response(null, { status: 404 });
  const access = page.isKeptFrom ? null : pageAccess(person, page);
  const mayRead =
    access !== null &&
    mayNotSeeVersion(person, page, review.versionId) === null;
  return {
    ...ended,
    // Of a page that is kept from them they are told no more than that.
    title: page.isKeptFrom ? null : ended.title,
    isAskedAgain: review.newestAssignmentId !== null,
    newestAssignmentId: review.newestAssignmentId,
    newestVersionNumber: review.newestVersionNumber,
    reviewBy: review.reviewBy,
    assignedBy: review.assignedBy,
    timeZone: review.timeZone,
    remarks: page.isKeptFrom
      ? remarks.map((each) => ({ ...each, quotation: "" }))
      : remarks,
    signed: decisions.filter(({ personId }) => personId === person.id),
    mayRead,
    mayReadPage: access !== null && access !== "review",
    isPublic:
      page.publicVersionId !== null &&
      ["live", "due_soon", "overdue"].includes(page.publicState),
    changes:
      mayRead && ended.how === "superseded"
        ? comparisonOf(
            readContent(review.content),
            readContent(review.newestContent),
            { foldsUnchanged: true },
          )
        : null,
  };
}
