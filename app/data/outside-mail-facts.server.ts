import type { OutsideAdvice } from "~/domain/words";
import { appPool } from "./pools.server";

/** What a mail with a link says; `isOver` once it leads nowhere any more. */
export async function getOutsideLinkFacts(linkId: string): Promise<{
  inviterName: string;
  versionNumber: number;
  linkEndsOn: string;
  /** The expertise that a signature is asked for; null for an opinion only. */
  expertise: string | null;
  isOver: boolean;
}> {
  const { rows } = await appPool().query<{
    inviterName: string;
    versionNumber: number;
    linkEndsOn: string;
    expertise: string | null;
    isOver: boolean;
  }>(
    `SELECT e.name AS "inviterName", v.number AS "versionNumber", desk.day_of(l.expires_at) AS "linkEndsOn",
            a.expertise, NOT desk.outside_link_stands(l.id) AS "isOver"
       FROM desk.outside_link l LEFT JOIN desk.assignment a ON a.id = l.assignment_id JOIN desk.person e ON e.id = l.invited_by JOIN desk.version v ON v.id = l.version_id
      WHERE l.id = $1`,
    [linkId],
  );
  const [row] = rows;
  if (!row) throw new Error(`there is no outside link ${linkId}`);
  return row;
}

/**
 * The link by which somebody without an account answers a request; null where
 * the reviewer signs in, and where a link leads nowhere any more.
 */
export async function findSigningLink(
  assignmentId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ linkId: string | null }>(
    `SELECT desk.signing_link($1) AS "linkId"`,
    [assignmentId],
  );
  return rows[0]?.linkId ?? null;
}

/** What somebody from outside said; `mayRead` as long as the recipient is an editor. */
export async function getRecommendationFacts(
  recommendationId: string,
  recipientId: string,
): Promise<{
  expertName: string;
  versionNumber: number;
  recommendation: OutsideAdvice;
  mayRead: boolean;
}> {
  const { rows } = await appPool().query<{
    expertName: string;
    versionNumber: number;
    recommendation: OutsideAdvice;
    mayRead: boolean;
  }>(
    `SELECT r.named AS "expertName", v.number AS "versionNumber", r.recommendation,
            EXISTS (SELECT FROM desk.person_role WHERE person_id = $2 AND role IN ('editor', 'clinical_lead')) AS "mayRead"
       FROM desk.outside_recommendation r JOIN desk.version v ON v.id = r.version_id WHERE r.id = $1`,
    [recommendationId, recipientId],
  );
  const [row] = rows;
  if (!row) throw new Error(`there is no recommendation ${recommendationId}`);
  return row;
}
