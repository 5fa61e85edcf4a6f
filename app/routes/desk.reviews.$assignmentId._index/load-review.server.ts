import { rules } from "~/checks";
import { ruleApplies } from "~/checks/rule-applies";
import { placeComments } from "~/commands/place-comments.server";
import {
  comparisonOf,
  type ComparisonShown,
} from "~/components/review/comparison-of";
import { blockChoices } from "~/content/block-names";
import type { PageContent } from "~/content/page-content";
import { renderSections } from "~/content/render-sections";
import { reviewLoad } from "~/content/review-load";
import { listComments, listMentionable } from "~/data/comments.server";
import { findDraftOfVersion } from "~/data/compared-texts.server";
import { listDecisions } from "~/data/decisions.server";
import { findLatestRun, listFindings } from "~/data/findings.server";
import { listSignBlockers } from "~/data/gate.server";
import { listKeyAgain } from "~/data/key-again.server";
import { checkInterests } from "~/data/interest-check.server";
import { findLastLook } from "~/data/looks.server";
import { findAnswerLetter } from "~/data/answer-letters.server";
import { listClaims } from "~/data/claims.server";
import { listOutsideSaid } from "~/data/outside.server";
import { listPrivateRemarks } from "~/data/private-remarks.server";
import { listTicks } from "~/data/section-ticks.server";
import { listQuestions } from "~/data/short-forms.server";
import { getRoundProgress } from "~/data/round-progress.server";
import { readContent } from "~/data/read-content.server";
import {
  listSections,
  type SectionStanding,
} from "~/data/section-standing.server";
import { findComparedVersion, type OwnReview } from "~/data/reviews.server";
import { addDays } from "~/domain/days";
import { commentMarkName, wordSignBlockers } from "~/wording/review";
import { keyMarks, valuesToKey } from "./values-to-key";

/** All that the review screen shows. */
export type ReviewScreen = Awaited<ReturnType<typeof loadReview>>;

/** Gathers the screen of one review for the person who was asked for it. */
export async function loadReview(review: OwnReview, personId: string) {
  const { content: stored, newestContent, ...facts } = review;
  const [
    blockers,
    decisions,
    remarks,
    compared,
    checks,
    interestCheck,
    keptSections,
    outsideSaid,
  ] = await Promise.all([
    listSignBlockers(review.id, review.contentSha256),
    listDecisions(review.versionId),
    listComments(review.versionId),
    findComparedVersion(review.versionId, personId),
    loadChecks(review.versionId, readContent(stored)),
    checkInterests(personId, review.pageId),
    listSections(review.versionId),
    listOutsideSaid(review.versionId),
  ]);
  const content = readContent(stored);
  const base = compared && readContent(compared.content);
  const [
    placed,
    people,
    ticks,
    privateRemarks,
    values,
    claims,
    questions,
    progress,
  ] = await Promise.all([
    placeComments(remarks, content.body, review.draftId, commentMarkName),
    listMentionable(review.draftId),
    listTicks(personId, review.versionId),
    listPrivateRemarks(personId, review.draftId),
    listKeyAgain(review.id),
    listClaims(review.id),
    listQuestions(review.versionId),
    getRoundProgress(review.versionId),
  ]);
  const stops = wordSignBlockers(blockers);
  // A mark leads to its field, which is there while a decision can be signed.
  const isForm =
    review.state === "accepted" &&
    stops.every((each) => each.stopsApprovalOnly);
  const sections = sectionsOf(
    content,
    base,
    [...(isForm ? keyMarks(values, content) : []), ...placed.marks],
    ticks,
  );
  const mine = decisions.filter((each) => each.personId === personId);
  return {
    ...facts,
    earliestDue: addDays(review.today, 1),
    sections,
    privateRemarks,
    values: valuesToKey(
      values,
      content,
      sections.map(({ html }) => html).join(""),
    ),
    claims,
    questions,
    progress: {
      ...progress,
      waitingFor: progress.waitingFor.map(({ personId: id, ...who }) => ({
        ...who,
        isSelf: id === personId,
      })),
    },
    genes: genesOf(content),
    changeNote: content.changeNote,
    places: blockChoices(content),
    blockers: stops,
    signature: mine[0] ?? null,
    earlierDecisions: mine.slice(1),
    asksAbout:
      decisions.find(({ id }) => id === review.answersDecisionId) ?? null,
    others: decisions.filter(
      (each) => each.personId !== personId && each.isLatest,
    ),
    people: people.filter(({ id }) => id !== personId),
    remarks: placed.comments.map((remark) => ({
      ...remark,
      mayClose: mayClose(remark, personId, review.expertise),
      isEarlier:
        remark.raisedById === personId && remark.versionId !== review.versionId,
    })),
    compared: compared && { number: compared.number, why: compared.why },
    hasLooked: await hasLooked(review, personId),
    changes: base
      ? comparisonOf(base, content, { foldsUnchanged: true })
      : null,
    letter: await findAnswerLetter(review.newestVersionId),
    personId,
    moved: movedOn(review, content, newestContent),
    ...checks,
    interestCheck,
    keptSections,
    outsideSaid,
    isOfParts: isOfParts(review, keptSections),
    scopeNames:
      review.roundKind === "full_review"
        ? []
        : scopeNamesOf(review.scope, content),
  };
}

/** Whether a round asks this reviewer to read parts of the text, and not all of it. */
export function isOfParts(
  { roundKind, expertise }: OwnReview,
  sections: readonly SectionStanding[],
): boolean {
  return (
    roundKind !== "full_review" ||
    sections.some((each) => each.isCarried && each.expertise === expertise)
  );
}

/** The text in pieces, each with how long it is, whether it changed and whether it was ticked. */
function sectionsOf(
  content: PageContent,
  base: PageContent | null,
  marks: Parameters<typeof renderSections>[1],
  ticks: readonly string[],
) {
  const pieces = renderSections(content, marks);
  return reviewLoad(base, content).map((section, index) => ({
    ...section,
    html: pieces[index] ?? "",
    isTicked: ticks.includes(section.anchor),
  }));
}

/** What the blocks of a smaller review are called; one that is gone has no name. */
function scopeNamesOf(scope: readonly string[], content: PageContent) {
  const names = new Map(
    blockChoices(content).map(({ id, label }) => [id, label]),
  );
  return scope.map(
    (id) => names.get(id) ?? "a block that this version takes out",
  );
}

/** Whether this person saw another text of the same draft before this version. */
async function hasLooked({ versionId }: OwnReview, personId: string) {
  const draftId = await findDraftOfVersion(versionId);
  if (draftId === null) return false;
  return (await findLastLook(personId, draftId, { versionId })) !== null;
}

async function loadChecks(versionId: string, content: PageContent) {
  const run = await findLatestRun(versionId);
  return {
    run,
    findings: run ? await listFindings(run.id) : [],
    rulesNotRun: (run?.notRun ?? [])
      .filter(({ rule }) => ruleApplies(rule, content))
      .map(({ rule, because }) => ({
        ...{ rule, because },
        title: rules.find(({ id }) => id === rule)?.title ?? `Rule ${rule}`,
      })),
  };
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
