import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { hasStandingNotice } from "~/data/notices.server";
import { refused, type Outcome } from "~/domain/outcome";
import type { NoticeType } from "~/domain/words";

/**
 * Puts a fixed sentence above the title. One editor and a reason; never
 * blocked. The same notice stands once. Gives its id.
 */
export async function putUpNotice(
  sessionId: string,
  pageId: string,
  type: NoticeType,
  reason: string,
): Promise<Outcome<string>> {
  return actOnce(`put_up_notice ${pageId}`, async (database) => {
    if (await hasStandingNotice(database, pageId, type))
      return refused("already_decided");
    return runAct<string>(database, "put_up_notice", [
      sessionId,
      pageId,
      type,
      reason,
    ]);
  });
}
