import { placeComments } from "~/commands/place-comments.server";
import {
  comparisonOf,
  type ComparisonShown,
} from "~/components/review/comparison-of";
import { renderMarked } from "~/content/anchors/mark-places";
import { blockChoices } from "~/content/block-names";
import type { PageContent } from "~/content/page-content";
import { plainText } from "~/content/plain-text";
import { listComments, listMentionable } from "~/data/comments.server";
import { findDraftOfVersion } from "~/data/compared-texts.server";
import { listDecisions } from "~/data/decisions.server";
import { findLatestRun, listFindings } from "~/data/findings.server";
import { listSignBlockers } from "~/data/gate.server";
import { findLastLook } from "~/data/looks.server";
import { readContent } from "~/data/read-content.server";
import { findComparedVersion, type OwnReview } from "~/data/reviews.server";
import { addDays } from "~/domain/days";
import { commentMarkName, wordSignBlocker } from "~/wording/review";

/** All that the review screen shows. */
export type ReviewScreen = Awaited<ReturnType<typeof loadReview>>;

/** Gathers the screen of one review for the person who was asked for it. */
export async function loadReview(review: OwnReview, personId: string) {
  const { content: stored, newestContent, ...facts } = review;
  const [blockers, decisions, remarks, compared, checks] = await Promise.all([
    listSignBlockers(review.id, review.contentSha256),
    listDecisions(review.versionId),
    listComments(review.versionId),
    findComparedVersion(review.versionId, personId),
    loadChecks(review.versionId),
  ]);
  const content = readContent(stored);
  const [placed, people] = await Promise.all([
    placeComments(remarks, content.body, review.draftId, commentMarkName),
    listMentionable(review.draftId),
  ]);
  const mine = decisions.filter((each) => each.personId === personId);
  return {
    ...facts,
    earliestDue: addDays(review.today, 1),
    html: renderMarked(content, placed.marks),
    genes: genesOf(content),
    changeNote: content.changeNote,
    wordCount: plainText(content).split(/\s+/).length,
    places: blockChoices(content),
    blockers: blockers.map(wordSignBlocker),
    signature: mine[0] ?? null,
    earlierDecisions: mine.slice(1),
    asksAbout:
      decisions.find(({ id }) => id === review.answersDecisionId) ?? null,
    people,
    remarks: placed.comments.map((remark) => ({
      ...remark,
      mayClose: mayClose(remark, personId, review.expertise),
    })),
    compared: compared && { number: compared.number, why: compared.why },
    hasLooked: await hasLooked(review, personId),
    changes: compared
      ? comparisonOf(readContent(compared.content), content, {
          foldsUnchanged: true,
        })
      : null,
    moved: movedOn(review, content, newestContent),
    ...checks,
  };
}

/** Whether this person saw another text of the same draft before this version. */
async function hasLooked({ versionId }: OwnReview, personId: string) {
  const draftId = await findDraftOfVersion(versionId);
  if (draftId === null) return false;
  return (await findLastLook(personId, draftId, { versionId })) !== null;
}

async function loadChecks(versionId: string) {
  const run = await findLatestRun(versionId);
  return { run, findings: run ? await listFindings(run.id) : [] };
}

/** What a newer version changed since the one on this screen; null when this is the newest. */
function movedOn(
  { versionId, newestVersionId }: OwnReview,
  content: PageContent,
  newestContent: string,
): ComparisonShown | null {
  if (versionId === newestVersionId) return null;
  return comparisonOf(content, readContent(newestContent), {
    foldsUnchanged: true,
  });
}

function genesOf(content: PageContent): string[] {
  return content.topics
    .filter(({ type }) => type === "gene")
    .map(({ label }) => label);
}

/** A greyed button's comfort only: `desk.close_comment` decides. */
function mayClose(
  remark: { raisedById: string; expertise: string | null },
  personId: string,
  expertise: string,
): boolean {
  return remark.raisedById === personId || remark.expertise === expertise;
}
