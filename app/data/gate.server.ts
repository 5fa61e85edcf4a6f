import type { Blocker } from "~/domain/blockers";
import { appPool } from "./pools.server";

/** Every reason why this version may not be published now, as the gate lists them. */
export async function listPublishBlockers(
  versionId: string,
): Promise<Blocker[]> {
  const { rows } = await appPool().query<Blocker>(
    "SELECT code, who, detail FROM desk.publish_blockers($1)",
    [versionId],
  );
  return rows;
}

/**
 * What stands between a draft that was never submitted and its publication, as
 * far as that can be told without a version; findings are the checks' to add.
 */
export async function listDraftBlockers(pageId: string): Promise<Blocker[]> {
  const { rows } = await appPool().query<Blocker>(
    "SELECT code, who, detail FROM desk.draft_blockers($1)",
    [pageId],
  );
  return rows;
}

export type SignBlocker = { code: string; detail: Record<string, unknown> };

/** Why this assignment may not be signed with an approval of this hash now. */
export async function listSignBlockers(
  assignmentId: string,
  contentSha256: string,
): Promise<SignBlocker[]> {
  const { rows } = await appPool().query<SignBlocker>(
    "SELECT code, detail FROM desk.sign_blockers($1, $2)",
    [assignmentId, contentSha256],
  );
  return rows;
}
