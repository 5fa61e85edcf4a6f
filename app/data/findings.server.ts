import type { Severity } from "~/domain/words";
import { appPool } from "./pools.server";

/** The latest run of the checks on a version. */
export type LatestRun = {
  id: string;
  versionId: string;
  rulesVersion: string;
  isCurrentRules: boolean;
  /** Young enough for the gate: within 24 hours, by the current rules. */
  isFresh: boolean;
  ranAt: Date;
  reference: { set: string; version: string }[];
  notRun: { rule: string; because: string }[];
};

/** The newest run on a version; null when its checks have never run. */
export async function findLatestRun(
  versionId: string,
): Promise<LatestRun | null> {
  const { rows } = await appPool().query<LatestRun>(
    `WITH current AS (SELECT version FROM desk.checks_rules ORDER BY declared_at DESC, version LIMIT 1)
     SELECT r.id, r.version_id AS "versionId", r.rules_version AS "rulesVersion", r.rules_version = current.version AS "isCurrentRules",
            r.rules_version = current.version AND r.ran_at > desk.clock() - interval '24 hours' AS "isFresh",
            r.ran_at AS "ranAt", r.reference, r.not_run AS "notRun"
       FROM desk.check_run r CROSS JOIN current
      WHERE r.version_id = $1 ORDER BY r.seq DESC LIMIT 1`,
    [versionId],
  );
  return rows[0] ?? null;
}

/** One finding, with who set it aside and who could. */
export type RunFinding = {
  id: string;
  rule: string;
  severity: Severity;
  message: string;
  excerpt: string;
  suggestion: string | null;
  blockId: string | null;
  setAsideBy: string | null;
  setAsideExpertise: string | null;
  setAsideReason: string | null;
  /** The expertises that may set this rule's findings aside; none: nobody may. */
  settableBy: string[];
};

/** The findings of a run in the order of the text; what blocks comes first. */
export async function listFindings(runId: string): Promise<RunFinding[]> {
  const { rows } = await appPool().query<RunFinding>(
    `SELECT f.id, f.rule, f.severity, f.message, f.excerpt, f.suggestion, f.block_id AS "blockId",
            s.name AS "setAsideBy", s.expertise AS "setAsideExpertise", s.reason AS "setAsideReason",
            coalesce((SELECT array_agg(expertise ORDER BY expertise) FROM desk.settable_rule
              WHERE rule_prefix = regexp_replace(f.rule, '[0-9]+$', '')), '{}') AS "settableBy"
       FROM desk.finding f
       JOIN desk.check_run r ON r.id = f.run_id
       JOIN desk.version v ON v.id = r.version_id
       LEFT JOIN LATERAL (
         SELECT p.name, a.expertise, a.reason FROM desk.finding_set_aside a JOIN desk.person p ON p.id = a.set_aside_by
          WHERE a.page_id = v.page_id AND a.rule = f.rule AND a.excerpt = f.excerpt AND a.covers_sha256 = f.covers_sha256
          ORDER BY a.set_aside_at DESC, a.id LIMIT 1) s ON true
      WHERE f.run_id = $1
      ORDER BY array_position(ARRAY['blocks', 'warns', 'hints'], f.severity), f.position
      LIMIT 500`,
    [runId],
  );
  return rows;
}
