import type { PageContent } from "~/content/page-content";
import { appPool } from "./pools.server";
import { readContent } from "./read-content.server";

export type SuggestionVia = "suggesting" | "word";
export type SuggestionVerdict = "accepted" | "declined" | "undone";

/** How one change of a set was decided last. */
export type SuggestionDecision = {
  changeId: string;
  verdict: SuggestionVerdict;
  decidedById: string;
  decidedBy: string;
  /** ISO 8601. */
  decidedAt: string;
  reason: string;
  before: string;
  after: string;
  draftRevision: number;
};

/** Somebody's suggestions: the text they started from and the one they propose. */
export type SuggestionSet = {
  id: string;
  draftId: string;
  madeById: string;
  madeBy: string;
  via: SuggestionVia;
  baseRevision: number;
  base: PageContent;
  proposed: PageContent;
  revision: number;
  openedAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  closedBecause: "withdrawn" | "answered" | null;
  /** The latest of each change; an undone one is open again. */
  decisions: SuggestionDecision[];
};

type Stored = Omit<SuggestionSet, "base" | "proposed"> & {
  base: string;
  proposed: string;
};

/** The open sets on a draft, the oldest first. */
export async function listOpenSuggestions(
  draftId: string,
): Promise<SuggestionSet[]> {
  return listSets("s.draft_id = $1 AND s.closed_at IS NULL", [draftId]);
}

/** One's own open set on a draft; null when there is none. */
export async function findOwnSuggestions(
  draftId: string,
  personId: string,
): Promise<SuggestionSet | null> {
  const [own] = await listSets(
    "s.draft_id = $1 AND s.made_by = $2 AND s.closed_at IS NULL",
    [draftId, personId],
  );
  return own ?? null;
}

/** One set, open or closed; null when there is none. */
export async function findSuggestionSet(
  setId: string,
): Promise<SuggestionSet | null> {
  const [set] = await listSets("s.id = $1", [setId]);
  return set ?? null;
}

/**
 * A word that changes whenever a set of a draft, an answer to one or the draft
 * itself does: who knows it has seen all there is. Null without that draft.
 */
export async function findSuggestionsMark(
  draftId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ mark: string }>(
    `SELECT md5(d.revision::text || coalesce((
              SELECT string_agg(concat_ws(':', s.id, s.revision, (SELECT max(x.seq) FROM desk.suggestion_decision x WHERE x.set_id = s.id)), ',' ORDER BY s.id)
                FROM desk.suggestion_set s WHERE s.draft_id = d.id AND s.closed_at IS NULL), '')) AS mark
       FROM desk.draft d WHERE d.id = $1`,
    [draftId],
  );
  return rows[0]?.mark ?? null;
}

async function listSets(
  which: string,
  values: string[],
): Promise<SuggestionSet[]> {
  const { rows } = await appPool().query<Stored>(
    `SELECT s.id, s.draft_id AS "draftId", s.made_by AS "madeById", p.name AS "madeBy", s.via, s.base_revision AS "baseRevision",
            s.base_content AS base, s.proposed_content AS proposed, s.revision, s.opened_at AS "openedAt", s.updated_at AS "updatedAt",
            s.closed_at AS "closedAt", s.closed_because AS "closedBecause",
            coalesce((SELECT jsonb_agg(jsonb_build_object('changeId', x.change_id, 'verdict', x.verdict, 'decidedById', x.decided_by,
                'decidedBy', dp.name, 'decidedAt', x.decided_at, 'reason', x.reason, 'before', x.before, 'after', x.after,
                'draftRevision', x.draft_revision) ORDER BY x.seq)
               FROM (SELECT DISTINCT ON (change_id) * FROM desk.suggestion_decision WHERE set_id = s.id ORDER BY change_id, seq DESC) x
               JOIN desk.person dp ON dp.id = x.decided_by), '[]') AS decisions
       FROM desk.suggestion_set s JOIN desk.person p ON p.id = s.made_by
      WHERE ${which} ORDER BY s.opened_at, s.id LIMIT 50`,
    values,
  );
  return rows.map((row) => ({
    ...row,
    base: readContent(row.base),
    proposed: readContent(row.proposed),
  }));
}

/** How much of a draft's words came from one suggester since it last went out. */
export type SuggestedShare = {
  personId: string;
  name: string;
  words: number;
  /** Of the words of the text, between 0 and 1. */
  share: number;
  /** True where they count as its author from the next version on. */
  isPastLimit: boolean;
};

/** Whose suggested words stand in a draft, the largest share first. */
export async function listSuggestedShares(
  draftId: string,
): Promise<SuggestedShare[]> {
  const { rows } = await appPool().query<SuggestedShare>(
    `SELECT s.person_id AS "personId", p.name, s.words::integer AS words, s.share::float8 AS share, s.is_past_limit AS "isPastLimit"
       FROM desk.suggested_shares($1) s JOIN desk.person p ON p.id = s.person_id ORDER BY s.words DESC, p.name, p.id`,
    [draftId],
  );
  return rows;
}
