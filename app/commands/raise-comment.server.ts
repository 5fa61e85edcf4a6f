import { placeOf, type CommentInput } from "./comment-place.server";
import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findSameComment } from "~/data/comments.server";
import { findVersionBody } from "~/data/versions.server";
import { done, type Outcome, refused } from "~/domain/outcome";

/**
 * Puts a comment beside a version, at the words it is about. The same words
 * sent twice by a double press are one comment. Gives its id.
 */
export async function raiseComment(
  sessionId: string,
  personId: string,
  input: CommentInput & { versionId: string },
): Promise<Outcome<string>> {
  const { versionId, kind, body, mentionIds = [] } = input;
  const text = await findVersionBody(versionId);
  if (!text) return refused("not_found");
  const place = placeOf(text, input);
  const key = `raise_comment ${personId} ${versionId}`;
  return actOnce(key, async (database) => {
    const sent = { versionId, kind, body, ...place };
    const same = await findSameComment(database, personId, sent);
    if (same) return done(same);
    return runAct<string>(database, "raise_comment", [
      ...[sessionId, versionId, kind, place.blockId, place.quotation, body],
      ...[place.start, place.end, place.prefix, place.suffix],
      mentionIds,
    ]);
  });
}
