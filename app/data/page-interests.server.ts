import type { InterestLevel, InterestStanding } from "~/domain/words";
import { appPool } from "./pools.server";

/** A person's newest answer about interests for one page, with the editor's ruling. */
export type PageInterest = {
  answerId: string;
  personId: string;
  name: string;
  level: InterestLevel;
  details: string;
  answeredAt: Date;
  /** How the gate takes it today, the declaration with it. */
  standing: InterestStanding;
  isAccepted: boolean | null;
  publicReason: string | null;
  ruledBy: string | null;
};

/** The newest answer of everybody who gave one for this page, by name. */
export async function listPageInterests(
  pageId: string,
): Promise<PageInterest[]> {
  const { rows } = await appPool().query<PageInterest>(
    `SELECT * FROM (
       SELECT DISTINCT ON (a.person_id) a.id AS "answerId", a.person_id AS "personId", p.name,
              a.level, a.details, a.answered_at AS "answeredAt", desk.standing_of_interests(a.person_id, a.page_id) AS standing,
              r.is_accepted AS "isAccepted", r.public_reason AS "publicReason", e.name AS "ruledBy"
         FROM desk.interest_answer a JOIN desk.person p ON p.id = a.person_id
         LEFT JOIN desk.interest_ruling r ON r.answer_id = a.id
         LEFT JOIN desk.person e ON e.id = r.ruled_by
        WHERE a.page_id = $1 ORDER BY a.person_id, a.answered_at DESC, a.id
     ) newest ORDER BY name, "personId" LIMIT 500`,
    [pageId],
  );
  return rows;
}

/** The page and the person of one answer; null when there is none. */
export async function findInterestAnswer(
  answerId: string,
): Promise<{ pageId: string; personId: string } | null> {
  const { rows } = await appPool().query<{ pageId: string; personId: string }>(
    `SELECT page_id AS "pageId", person_id AS "personId"
       FROM desk.interest_answer WHERE id::text = $1`,
    [answerId],
  );
  return rows[0] ?? null;
}

/** Until when a person's yearly declaration holds; null when they never gave one. */
export async function findDeclaration(
  personId: string,
): Promise<{ validUntil: string; isExpired: boolean } | null> {
  const { rows } = await appPool().query<{
    validUntil: string;
    isExpired: boolean;
  }>(
    `SELECT valid_until AS "validUntil", valid_until < desk.today() AS "isExpired"
       FROM desk.interest_declaration WHERE person_id = $1
      ORDER BY declared_at DESC, id LIMIT 1`,
    [personId],
  );
  return rows[0] ?? null;
}

/** Why a person's own interests stop them from publishing a page; null when they do not. */
export async function findPublisherInterests(
  personId: string,
  pageId: string,
): Promise<InterestStanding | null> {
  const { rows } = await appPool().query<{ standing: InterestStanding | null }>(
    "SELECT desk.publisher_interests($1, $2) AS standing",
    [personId, pageId],
  );
  return rows[0]?.standing ?? null;
}
