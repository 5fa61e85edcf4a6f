import { appPool } from "./pools.server";

/** An editor, and whether they were named for a confidential page. */
export type ConfidentialReader = { id: string; name: string; isNamed: boolean };

/** Every editor of the desk as they stand to a confidential page, those named first. */
export async function listConfidentialReaders(
  pageId: string,
): Promise<ConfidentialReader[]> {
  const { rows } = await appPool().query<ConfidentialReader>(
    `SELECT p.id, p.name, c.person_id IS NOT NULL AS "isNamed"
       FROM desk.person p LEFT JOIN desk.confidential_reader c ON c.person_id = p.id AND c.page_id = $1
      WHERE p.is_active AND EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('editor', 'clinical_lead'))
      ORDER BY c.person_id IS NULL, p.name, p.id LIMIT 200`,
    [pageId],
  );
  return rows;
}

/** Whether a person may know of a page, as `desk.may_know_of` has it. */
export async function mayKnowOf(
  pageId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await appPool().query<{ may: boolean }>(
    "SELECT desk.may_know_of($1, $2) AS may",
    [pageId, personId],
  );
  return rows[0]?.may ?? false;
}
