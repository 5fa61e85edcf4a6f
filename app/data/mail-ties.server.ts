import type { MailTie } from "~/domain/mail-access";
import { appPool } from "./pools.server";

/**
 * What ties a person to the desk and to one page at this moment. Somebody who
 * was switched off has no ties; nor has a reviewer who was released, or whose
 * role or expertise is gone, to what they were asked for: `desk.holds` decides,
 * as it does where they sign.
 */
export async function listMailTies(
  personId: string,
  pageId: string | null,
): Promise<MailTie[]> {
  const { rows } = await appPool().query<{ ties: MailTie[] }>(
    tiesOf("$1::uuid", "$2::uuid"),
    [personId, pageId],
  );
  return rows[0]?.ties ?? [];
}

/** The query behind it, over two expressions of SQL: a person and a page. */
export const tiesOf = (person: string, page: string): string =>
  `WITH role AS (SELECT role FROM desk.person_role WHERE person_id = ${person})
     SELECT array_remove(ARRAY[
       CASE WHEN EXISTS (SELECT FROM role) THEN 'role' END,
       CASE WHEN EXISTS (SELECT FROM role WHERE role IN ('editor', 'clinical_lead')) THEN 'editor' END,
       CASE WHEN EXISTS (SELECT FROM role WHERE role = 'admin') THEN 'admin' END,
       CASE WHEN EXISTS (SELECT FROM desk.page WHERE id = ${page} AND owner_id = ${person})
         OR EXISTS (SELECT FROM desk.page_author WHERE page_id = ${page} AND person_id = ${person}) THEN 'team' END,
       CASE WHEN EXISTS (SELECT FROM role) AND desk.asked_and_able(${person}, ${page}) THEN 'reviewer' END,
       CASE WHEN EXISTS (SELECT FROM desk.outside_link l WHERE l.page_id = ${page} AND l.person_id = ${person}
         AND desk.outside_link_stands(l.id)) THEN 'outsider' END
     ], NULL) AS ties
     FROM (SELECT) one WHERE EXISTS (SELECT FROM desk.person WHERE id = ${person} AND is_active)`;
