import { fillInKnown } from "~/content/known-blocks";
import { type MergedSaves, mergeSaves } from "~/content/merge-saves";
import type { Body } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import type { Problem } from "~/content/problems";
import { listSavesSince } from "~/data/draft-saves.server";
import { type Draft, type DraftLine, findDraft } from "~/data/drafts.server";
import { done, type Outcome, refused } from "~/domain/outcome";

export type DraftMergeInput = {
  pageId: string;
  line: DraftLine;
  /** The revision that the writer started from. */
  baseRevision: number;
  /** What the browser sent; nothing of it is believed. */
  body: unknown;
  /** The text at `baseRevision`, blocks that stand in `body` by their ids; null when unknown. */
  base: unknown;
  /** A body that was sent before without an answer, in the same short form. */
  unanswered: unknown;
};

export type MergedDraft = MergedSaves & {
  draft: Draft;
  /** Who saved meanwhile, with their titles. */
  savedBy: string;
  /** Nobody but this person did. */
  isOwn: boolean;
};

/**
 * What a writer's text and the draft as others saved it meanwhile make
 * together. Writes nothing: the writer's editor shows it and saves it as any
 * text, so that every save still names the revision it started from.
 */
export async function mergeDraft(
  personId: string,
  input: DraftMergeInput,
): Promise<Outcome<MergedDraft> & { problems?: Problem[] }> {
  const mine = parseBody(input.body);
  if (!mine.ok)
    return { ...refused("invalid_content"), problems: mine.problems };
  const draft = await findDraft(input.pageId, input.line);
  if (!draft) return refused("not_found");
  const saves = await listSavesSince(draft.id, input.baseRevision, personId);
  const others = saves.filter(({ savedById }) => savedById !== personId);
  const merged = mergeSaves({
    base: readShort(input.base, mine.content),
    mine: mine.content,
    theirs: draft.content,
    unanswered: readShort(input.unanswered, mine.content),
    ownSaves: saves.flatMap(({ content }) => (content ? [content.body] : [])),
  });
  return done({
    ...merged,
    draft,
    savedBy: namesOf(others.map(({ savedBy }) => savedBy ?? "The desk")),
    isOwn: others.length === 0,
  });
}

function readShort(sent: unknown, body: Body): Body | null {
  if (sent === null || sent === undefined) return null;
  const parsed = parseBody(fillInKnown(sent, body));
  return parsed.ok ? parsed.content : null;
}

/** "Dr Novak", or "Dr Novak and Dr Eze". */
function namesOf(names: string[]): string {
  const [first = "The desk", ...rest] = new Set(names);
  const last = rest.pop();
  return last ? `${[first, ...rest].join(", ")} and ${last}` : first;
}
