import type { Outcome } from "~/domain/outcome";
import { runAct } from "./act.server";
import { appPool, checksPool } from "./pools.server";

/** A version as the checks see it. */
export type VersionToCheck = {
  id: string;
  pageId: string;
  content: string;
  contentSha256: string;
  roundKind: string | null;
  baseContent: string | null;
  isImported: boolean;
  today: string;
};

/** The version with what it is based on; null when there is none. */
export async function findVersionToCheck(
  versionId: string,
): Promise<VersionToCheck | null> {
  const { rows } = await appPool().query<VersionToCheck>(
    `SELECT v.id, v.page_id AS "pageId", v.content, v.content_sha256 AS "contentSha256",
            r.kind AS "roundKind", bv.content AS "baseContent",
            EXISTS (SELECT FROM desk.draft_save s WHERE s.draft_id = v.draft_id AND s.via = 'import') AS "isImported",
            desk.today() AS today
       FROM desk.version v
       LEFT JOIN desk.review_round r ON r.version_id = v.id
       LEFT JOIN desk.publication b ON b.id = v.based_on_id
       LEFT JOIN desk.version bv ON bv.id = b.version_id
      WHERE v.id = $1`,
    [versionId],
  );
  return rows[0] ?? null;
}

/** Tells the gate which rules are the current ones; the same again changes nothing. */
export async function declareChecksRules(
  rulesVersion: string,
): Promise<Outcome> {
  return runAct(checksPool(), "declare_checks_rules", [rulesVersion]);
}

export type CheckRunRecord = {
  versionId: string;
  contentSha256: string;
  rulesVersion: string;
  reference: unknown;
  notRun: unknown;
  findings: unknown;
};

/** Records one run through the checks role; gives the run's id. */
export async function recordCheckRun(
  run: CheckRunRecord,
): Promise<Outcome<string>> {
  return runAct(checksPool(), "record_check_run", [
    run.versionId,
    run.contentSha256,
    run.rulesVersion,
    JSON.stringify(run.reference),
    JSON.stringify(run.notRun),
    JSON.stringify(run.findings),
  ]);
}

/** Whether a run of the current rules on this version is younger than some hours. */
export async function hasFreshRun(
  versionId: string,
  hours: number,
): Promise<boolean> {
  const { rows } = await appPool().query<{ isFresh: boolean }>(
    `SELECT EXISTS (
       SELECT FROM desk.check_run
        WHERE version_id = $1 AND ran_at > desk.clock() - make_interval(hours => $2)
          AND rules_version = (SELECT version FROM desk.checks_rules ORDER BY declared_at DESC, version LIMIT 1)
     ) AS "isFresh"`,
    [versionId, hours],
  );
  return rows[0]?.isFresh ?? false;
}
