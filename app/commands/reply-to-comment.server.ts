import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findSameReply } from "~/data/comments.server";
import { done, type Outcome } from "~/domain/outcome";

export type ReplyInput = {
  commentId: string;
  body: string;
  mentionIds?: string[];
};

/** Answers a comment in its thread; a double press is one answer. Gives its id. */
export async function replyToComment(
  sessionId: string,
  personId: string,
  input: ReplyInput,
): Promise<Outcome<string>> {
  const { commentId, body, mentionIds = [] } = input;
  const key = `reply_to_comment ${personId} ${commentId}`;
  return actOnce(key, async (database) => {
    const same = await findSameReply(database, personId, input);
    if (same) return done(same);
    return runAct<string>(database, "reply_to_comment", [
      ...[sessionId, commentId, body],
      mentionIds,
    ]);
  });
}
