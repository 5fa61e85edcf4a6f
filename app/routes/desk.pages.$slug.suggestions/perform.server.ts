import { z } from "zod";
import {
  answerSuggestions,
  suggestedIn,
} from "~/commands/answer-suggestions.server";
import { closeSuggestions } from "~/commands/close-suggestions.server";
import { bodySides } from "~/content/compare/merge-three-ways";
import { clashingChanges, standingOf } from "~/content/suggestions/standing";
import type { Draft } from "~/data/drafts.server";
import { findSuggestionSet } from "~/data/suggestions.server";
import type { Outcome } from "~/domain/outcome";
import { done, refused } from "~/domain/outcome";

const sent = z.object({
  act: z.enum([
    "accept",
    "decline",
    "undo",
    "accept_all",
    "accept_harmless",
    "close",
  ]),
  set: z.uuid(),
  revision: z.coerce.number().int().min(1),
  change: z.string().max(200).default(""),
  reason: z.string().trim().max(2000).default(""),
  choice: z.enum(bodySides).nullable().catch(null),
});

/** Performs what a form of the screen asks for; gives the word for the answer. */
export async function performAnswer(
  sessionId: string,
  draft: Draft,
  form: FormData,
): Promise<Outcome<string> & { change?: string }> {
  const parsed = sent.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused("invalid_form");
  const { act, set, revision, change, reason, choice } = parsed.data;
  const answer = {
    ...{ pageId: draft.pageId, setId: set, setRevision: revision },
    ...{ changeIds: [change], reason, choice },
  };
  switch (act) {
    case "accept":
      return told(
        await answerSuggestions(sessionId, { ...answer, verdict: "accepted" }),
        "accepted",
        change,
      );
    case "decline":
      return told(
        await answerSuggestions(sessionId, { ...answer, verdict: "declined" }),
        "declined",
        change,
      );
    case "undo":
      return told(
        await answerSuggestions(sessionId, { ...answer, verdict: "undone" }),
        "undone",
        change,
      );
    case "close":
      return told(await closeSuggestions(sessionId, set), "closed", change);
    default: {
      const wanted = await openIn(draft, set, act === "accept_harmless");
      const { changeIds, waiting } = wanted;
      const all = { ...answer, changeIds, verdict: "accepted" as const };
      const word = `accepted_${String(changeIds.length)}_${String(waiting)}`;
      return told(await answerSuggestions(sessionId, all), word, change);
    }
  }
}

function told(
  outcome: Outcome<unknown>,
  word: string,
  change: string,
): Outcome<string> & { change?: string } {
  return outcome.ok ? done(word) : { ...outcome, change };
}

/** All that is open of one person; what clashes with the draft stays for a choice. */
async function openIn(
  draft: Draft,
  setId: string,
  isHarmlessOnly: boolean,
): Promise<{ changeIds: string[]; waiting: number }> {
  const set = await findSuggestionSet(setId);
  if (!set || set.draftId !== draft.id) return { changeIds: [], waiting: 0 };
  const standing = standingOf(suggestedIn(set));
  const clashing = clashingChanges(draft.content.body, standing);
  const ids = standing.open
    .filter(({ harms }) => !isHarmlessOnly || harms.length === 0)
    .map(({ id }) => id);
  const changeIds = ids.filter((id) => !clashing.has(id));
  return { changeIds, waiting: ids.length - changeIds.length };
}
