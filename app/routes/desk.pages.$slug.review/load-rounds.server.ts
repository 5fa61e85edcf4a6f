import {
  listAlternates,
  listProposedColleagues,
} from "~/data/alternates.server";
import { listCandidates } from "~/data/candidates.server";
import { placeComments } from "~/commands/place-comments.server";
import { listComments, listMentionable } from "~/data/comments.server";
import { listDecisions } from "~/data/decisions.server";
import {
  listNeeds,
  listRoundAssignments,
  listRounds,
  type Round,
} from "~/data/assignments.server";
import { listOutsideSaid } from "~/data/outside.server";
import { listSections } from "~/data/section-standing.server";
import { findVersion } from "~/data/versions.server";
import type { PageContent } from "~/content/page-content";
import { references } from "~/content/references";
import {
  type DecisionRecord,
  listDecisionRecords,
} from "~/data/short-forms.server";
import { blockChoices } from "~/content/block-names";
import { commentMarkName } from "~/wording/review";

/** The seat that an editor is about to give, as the address names it. */
export type AskedSeat = {
  roundId: string;
  expertise: string;
  answers: string | null;
};

export type RoundScreen = Awaited<ReturnType<typeof loadRound>>;

/** The rounds that matter now in full, open ones or else the last; the others as a list. */
export async function loadRounds(
  pageId: string,
  seat: Pick<AskedSeat, "roundId" | "expertise"> | null,
) {
  const rounds = await listRounds(pageId);
  const open = rounds.filter(({ closedAt }) => closedAt === null);
  const shown = open.length > 0 ? open : rounds.slice(0, 1);
  const isKnown = shown.some(({ id }) => id === seat?.roundId);
  return {
    shown: await Promise.all(shown.map((round) => loadRound(pageId, round))),
    past: rounds.filter((round) => !shown.includes(round)),
    candidates:
      seat && isKnown ? await listCandidates(seat.roundId, seat.expertise) : [],
  };
}

async function loadRound(pageId: string, round: Round) {
  const [
    needs,
    assignments,
    decisions,
    records,
    remarks,
    version,
    sections,
    outsideSaid,
  ] = await Promise.all([
    listNeeds(round.id),
    listRoundAssignments(round.id),
    listDecisions(round.versionId),
    listDecisionRecords(round.versionId),
    listComments(round.versionId),
    findVersion(pageId, round.versionId),
    listSections(round.versionId),
    listOutsideSaid(round.versionId),
  ]);
  const [alternates, colleagues] = await Promise.all([
    listAlternates(round.id),
    listProposedColleagues(round.id),
  ]);
  const people = version ? await listMentionable(version.draftId) : [];
  const placed =
    version &&
    (await placeComments(
      remarks,
      version.content.body,
      version.draftId,
      commentMarkName,
    ));
  return {
    ...round,
    needs,
    assignments,
    decisions,
    records: records.map((record) => withSources(record, version?.content)),
    sections,
    outsideSaid,
    alternates,
    colleagues,
    people,
    remarks: placed?.comments ?? [],
    places: version ? blockChoices(version.content) : [],
  };
}

/** A record with the numbers of the references that stand beside each value. */
function withSources(record: DecisionRecord, content: PageContent | undefined) {
  const cited = content ? references(content) : [];
  return {
    ...record,
    keyed: record.keyed.map((value) => ({
      ...value,
      sources: cited
        .filter(({ blockIds }) => blockIds.includes(value.blockId))
        .map(({ number }) => number),
    })),
  };
}
