import { applyChanges } from "~/content/compare/apply-changes";
import { compareBodies } from "~/content/compare/compare-bodies";
import { isSameText } from "~/content/canonical";
import { findWords, type WordsInPlace } from "~/content/find-words";
import type { Body } from "~/content/page-content";
import { findDraftById } from "~/data/drafts.server";
import { findOwnSuggestions } from "~/data/suggestions.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { raiseDraftComment } from "./raise-draft-comment.server";
import { saveDraft } from "./save-draft.server";
import { saveSuggestions } from "./save-suggestions.server";

/** A remark from a Word file, worded for the desk, and the words it was beside. */
export type WordRemark = WordsInPlace & { body: string };

export type WordInput = {
  pageId: string;
  draftId: string;
  /** The revision of the draft that the preview was made from. */
  baseRevision: number;
  choice: "replace" | "suggest";
  /** The document with its tracked changes refused. */
  base: Body;
  /** With them accepted; null when it has none. */
  proposed: Body | null;
  remarks: readonly WordRemark[];
};

/** What became of a Word file. */
export type TakenIn = {
  suggested: boolean;
  commented: number;
  /** Comments that the desk did not take; the file still has them. */
  left: number;
};

/**
 * Takes a Word file that was looked at into the main draft. `replace` saves its
 * text, as if every tracked change were refused, and keeps the tracked changes
 * as the person's suggestions; `suggest` leaves the draft alone and keeps all
 * that differs as suggestions. Blocks found again keep their ids. Word's
 * comments become comments at their words, or on the page where the words are
 * not found. Refused before anything is done when the draft moved on or the
 * person has suggestions open.
 */
export async function takeInWord(
  sessionId: string,
  personId: string,
  input: WordInput,
): Promise<Outcome<TakenIn>> {
  const { pageId, draftId, baseRevision, choice, base, proposed } = input;
  const draft = await findDraftById(draftId);
  if (!draft) return refused("not_found");
  if (draft.revision !== baseRevision) return refused("stale_save");
  const isSuggesting = choice === "suggest" || proposed !== null;
  if (isSuggesting && (await findOwnSuggestions(draftId, personId)))
    return refused("suggestions_open");
  let now = { revision: draft.revision, body: draft.content.body };
  if (choice === "replace") {
    const saved = await saveDraft(sessionId, {
      ...{ pageId, line: "main", baseRevision },
      body: withIdsOf(now.body, base),
    });
    if (!saved.ok) return saved;
    now = { revision: saved.value.revision, body: saved.value.content.body };
  }
  const wanted = choice === "suggest" ? (proposed ?? base) : proposed;
  const body = wanted && withIdsOf(now.body, wanted);
  const suggested = body !== null && !isSameText(body, now.body);
  if (suggested) {
    const kept = await saveSuggestions(sessionId, {
      ...{ draftId, baseRevision: now.revision, expected: null },
      ...{ via: "word", body },
    });
    if (!kept.ok) return kept;
  } else if (choice === "suggest" && input.remarks.length === 0)
    return refused("nothing_changed");
  const commented = await comment(sessionId, personId, input, now.body);
  const left = input.remarks.length - commented;
  return done({ suggested, commented, left });
}

/** The same words; blocks that were there before keep their ids. */
function withIdsOf(known: Body, body: Body): Body {
  const comparison = compareBodies(known, body);
  const all = new Set(comparison.changes.map(({ id }) => id));
  return applyChanges(comparison, all);
}

async function comment(
  sessionId: string,
  personId: string,
  { draftId, remarks }: WordInput,
  body: Body,
): Promise<number> {
  let commented = 0;
  for (const { body: text, ...words } of remarks) {
    const place = findWords(body, words);
    const quoted = words.quotation ? `“${words.quotation}”\n\n` : "";
    const raised = await raiseDraftComment(sessionId, personId, {
      draftId,
      kind: "consider",
      blockId: place?.blockId ?? null,
      quotation: place ? words.quotation : "",
      start: place?.start ?? null,
      body: (place ? text : `${quoted}${text}`).slice(0, 5000),
    });
    if (raised.ok) commented += 1;
  }
  return commented;
}
