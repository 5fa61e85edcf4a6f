import { placeOf, type CommentInput } from "./comment-place.server";
import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findSameComment } from "~/data/comments.server";
import { findDraftById } from "~/data/drafts.server";
import { done, type Outcome, refused } from "~/domain/outcome";

/**
 * Puts a comment beside the draft as it stands now, at the words it is about.
 * The same words sent twice by a double press are one comment. Gives its id.
 */
export async function raiseDraftComment(
  sessionId: string,
  personId: string,
  input: CommentInput & { draftId: string },
): Promise<Outcome<string>> {
  const { draftId, kind, body, mentionIds = [] } = input;
  const draft = await findDraftById(draftId);
  if (!draft) return refused("not_found");
  const place = placeOf(draft.content.body, input);
  const key = `raise_draft_comment ${personId} ${draftId}`;
  return actOnce(key, async (database) => {
    const sent = { draftId, kind, body, ...place };
    const same = await findSameComment(database, personId, sent);
    if (same) return done(same);
    return runAct<string>(database, "raise_draft_comment", [
      ...[sessionId, draftId, draft.revision, kind],
      ...[place.blockId, place.quotation, body],
      ...[place.start, place.end, place.prefix, place.suffix],
      mentionIds,
    ]);
  });
}
