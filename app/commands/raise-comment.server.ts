import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findSameComment } from "~/data/comments.server";
import { done, type Outcome } from "~/domain/outcome";
import type { CommentKind } from "~/domain/words";

export type CommentInput = {
  versionId: string;
  kind: CommentKind;
  /** Null for a remark on the page as a whole. */
  blockId: string | null;
  quotation: string;
  body: string;
};

/**
 * Puts a remark beside a version. The same words sent twice by a double press
 * are one remark. Gives its id.
 */
export async function raiseComment(
  sessionId: string,
  personId: string,
  input: CommentInput,
): Promise<Outcome<string>> {
  const key = `raise_comment ${personId} ${input.versionId}`;
  return actOnce(key, async (database) => {
    const same = await findSameComment(database, personId, input);
    if (same) return done(same);
    return runAct<string>(database, "raise_comment", [
      sessionId,
      input.versionId,
      input.kind,
      input.blockId,
      input.quotation,
      input.body,
    ]);
  });
}
