import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { findVersionBody } from "~/data/versions.server";
import { type Outcome, refused } from "~/domain/outcome";
import { type CommentInput, placeOf } from "./comment-place.server";

/**
 * Keeps a remark for its writer alone until they send their review. The same
 * words sent twice by a double press are one remark. Gives its id.
 */
export async function keepRemark(
  sessionId: string,
  input: CommentInput & { versionId: string },
): Promise<Outcome<string>> {
  const { versionId, kind, body, mentionIds = [] } = input;
  const text = await findVersionBody(versionId);
  if (!text) return refused("not_found");
  const place = placeOf(text, input);
  return runAct<string>(appPool(), "keep_remark", [
    ...[sessionId, versionId, kind, place.blockId, place.quotation, body],
    ...[place.start, place.end, place.prefix, place.suffix],
    mentionIds,
  ]);
}
