import { appPool } from "./pools.server";

/** How far the round of one version is. */
export type RoundProgress = {
  /** Seats that the rules ask for. */
  needed: number;
  /** Approvals that stand, the latest of each person. */
  signed: number;
  /** Seats for which nobody is asked. */
  unfilled: number;
  /** Whose latest decision on this version asks for changes. */
  changesAskedBy: string[];
  /** Who has yet to answer or to decide, the soonest first. */
  waitingFor: {
    personId: string;
    name: string;
    expertise: string;
    state: string;
    day: string;
  }[];
};

/** Seats of a round that are needed, unfilled and waited for. */
export async function getRoundProgress(
  versionId: string,
): Promise<RoundProgress> {
  const { rows } = await appPool().query<RoundProgress>(
    `WITH round AS (SELECT id FROM desk.review_round WHERE version_id = $1)
     SELECT (SELECT coalesce(sum(n.count), 0)::integer FROM desk.round_need n WHERE n.round_id = round.id) AS needed,
            (SELECT count(*)::integer FROM (SELECT DISTINCT ON (person_id) id, verdict FROM desk.decision WHERE version_id = $1 ORDER BY person_id, seq DESC) d
              WHERE d.verdict = 'approve' AND NOT EXISTS (SELECT FROM desk.revocation v WHERE v.decision_id = d.id)) AS signed,
            (SELECT coalesce(jsonb_agg(p.name ORDER BY d.seq), '[]') FROM (SELECT DISTINCT ON (person_id) person_id, verdict, seq FROM desk.decision WHERE version_id = $1 ORDER BY person_id, seq DESC) d
               JOIN desk.person p ON p.id = d.person_id WHERE d.verdict = 'request_changes') AS "changesAskedBy",
            (SELECT coalesce(sum(greatest(0, n.count - (SELECT count(*) FROM desk.assignment a
               WHERE a.round_id = n.round_id AND a.expertise = n.expertise AND a.state IN ('invited', 'accepted', 'done')))), 0)::integer
               FROM desk.round_need n WHERE n.round_id = round.id) AS unfilled,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'expertise', a.expertise, 'state', a.state,
               'day', CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END) ORDER BY a.respond_by, p.name), '[]')
               FROM desk.assignment a JOIN desk.person p ON p.id = a.reviewer_id
              WHERE a.round_id = round.id AND a.state IN ('invited', 'accepted')) AS "waitingFor"
       FROM round`,
    [versionId],
  );
  const none = { needed: 0, signed: 0, unfilled: 0 };
  return rows[0] ?? { ...none, changesAskedBy: [], waitingFor: [] };
}
