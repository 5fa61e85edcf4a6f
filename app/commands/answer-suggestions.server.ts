import type { BodySide } from "~/content/compare/merge-three-ways";
import type { Body } from "~/content/page-content";
import {
  rebased,
  type Standing,
  standingOf,
  withChanges,
  withoutChange,
} from "~/content/suggestions/standing";
import { type Draft, findDraftById } from "~/data/drafts.server";
import { inTransaction } from "~/data/in-transaction.server";
import {
  findSuggestionSet,
  type SuggestionSet,
  type SuggestionVerdict,
} from "~/data/suggestions.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { decideSuggestion } from "./decide-suggestion.server";
import { findApproved } from "./pin-reusables.server";

export type SuggestionAnswer = {
  pageId: string;
  setId: string;
  /** The revision of the set that was on the screen. */
  setRevision: number;
  /** The changes that are answered alike; one, or several of one person's. */
  changeIds: readonly string[];
  verdict: SuggestionVerdict;
  reason: string;
  /** Whose words stand where the draft changed the same ones; asked for when missing. */
  choice: BodySide | null;
};

/**
 * Answers suggested changes. Each accepted one is made in the draft as it
 * stands now, carried over what was written meanwhile, and saved as the
 * words of whoever accepts; all of them, or none. Refused as `suggestion_clashes`
 * where the same words changed and nobody said whose stand. Gives the number
 * of changes answered.
 */
export async function answerSuggestions(
  sessionId: string,
  answer: SuggestionAnswer,
): Promise<Outcome<number>> {
  const set = await findSuggestionSet(answer.setId);
  const draft = set && (await findDraftById(set.draftId));
  if (!draft || draft.pageId !== answer.pageId) return refused("not_found");
  const standing = standingOf(suggestedIn(set));
  const { content } = draft;
  const bodies = [content.body, set.base.body, set.proposed.body];
  const approved = await findApproved(bodies);
  return inTransaction(async (database) => {
    let now: Now = { revision: draft.revision, body: content.body };
    let { accepted } = standing;
    for (const changeId of answer.changeIds) {
      const change = standing.comparison.changes.find(
        ({ id }) => id === changeId,
      );
      if (!change) return refused("stale_suggestions");
      const made = madeBy(
        now.body,
        { ...standing, accepted },
        changeId,
        answer,
      );
      if (made === "clash") return refused("suggestion_clashes");
      const decided = await decideSuggestion(
        sessionId,
        {
          ...{ setId: set.id, setRevision: answer.setRevision, changeId },
          ...{ verdict: answer.verdict, reason: answer.reason },
          ...{ before: change.before, after: change.after },
          ...{ draftId: draft.id, baseRevision: now.revision, body: made },
        },
        { database, content, approved },
      );
      if (!decided.ok) return decided;
      now = { revision: decided.value, body: made ?? now.body };
      if (answer.verdict === "accepted")
        accepted = new Set([...accepted, changeId]);
    }
    return done(answer.changeIds.length);
  });
}

type Now = Pick<Draft, "revision"> & { body: Body };

/** A set as the comparison takes it: what was undone is open again. */
export function suggestedIn({ base, proposed, decisions }: SuggestionSet) {
  const decided = new Map<string, "accepted" | "declined">();
  for (const { changeId, verdict } of decisions)
    if (verdict !== "undone") decided.set(changeId, verdict);
  return { base: base.body, proposed: proposed.body, decided };
}

/**
 * What somebody proposes, on the text of one revision of the draft: what was
 * declined is out of it, and what others changed meanwhile is in it.
 */
export function proposedOn(
  text: Pick<Draft, "revision"> & { body: Body },
  own: SuggestionSet | null,
): Body {
  if (!own) return text.body;
  const isUnanswered = own.decisions.every(
    ({ verdict }) => verdict === "undone",
  );
  return own.baseRevision === text.revision && isUnanswered
    ? own.proposed.body
    : rebased(text.body, standingOf(suggestedIn(own)));
}

/** The draft after the answer; null when the answer leaves it alone. */
function madeBy(
  body: Body,
  standing: Standing,
  changeId: string,
  { verdict, choice }: SuggestionAnswer,
): Body | null | "clash" {
  if (verdict === "declined") return null;
  if (verdict === "undone") {
    if (!standing.accepted.has(changeId)) return null;
    const undone = withoutChange(body, standing, changeId);
    return undone.clashes.length > 0 ? "clash" : undone.body;
  }
  const made = withChanges(body, standing, [changeId]);
  if (made.clashes.length === 0) return made.body;
  if (choice === null) return "clash";
  const choices = new Map(
    made.clashes.map(({ id }): [string, BodySide] => [id, choice]),
  );
  return withChanges(body, standing, [changeId], choices).body;
}
