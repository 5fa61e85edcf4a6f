import type { InterestConflict } from "~/domain/interests";
import { appPool } from "./pools.server";

export type InterestCheck = {
  /** What the newest declaration says of makers of the page's therapies, and of their rivals. */
  conflicts: InterestConflict[];
  /** Therapies of the page whose maker nobody can tell. */
  unlisted: string[];
};

/** What the check of interests finds for one person and one page. */
export async function checkInterests(
  personId: string,
  pageId: string,
): Promise<InterestCheck> {
  const [conflicts, unlisted] = await Promise.all([
    appPool().query<InterestConflict>(
      `SELECT entity, kind, scope, therapy, company, relation, standing
         FROM desk.interest_conflicts($1, $2) ORDER BY standing DESC, entity, therapy LIMIT 200`,
      [personId, pageId],
    ),
    listUnlistedTherapies(pageId),
  ]);
  return { conflicts: conflicts.rows, unlisted };
}

/** What the check finds for several people on one page, by person. */
export async function checkInterestsOf(
  personIds: readonly string[],
  pageId: string,
): Promise<Record<string, InterestConflict[]>> {
  const { rows } = await appPool().query<
    InterestConflict & { personId: string }
  >(
    `SELECT p.id AS "personId", c.entity, c.kind, c.scope, c.therapy, c.company, c.relation, c.standing
       FROM unnest($1::uuid[]) p(id) CROSS JOIN LATERAL desk.interest_conflicts(p.id, $2) c
      ORDER BY c.standing DESC, c.entity, c.therapy LIMIT 1000`,
    [[...personIds], pageId],
  );
  const found: Record<string, InterestConflict[]> = {};
  for (const { personId, ...conflict } of rows)
    (found[personId] ??= []).push(conflict);
  return found;
}

/** Therapies that a page names and the table of makers lacks. */
async function listUnlistedTherapies(pageId: string): Promise<string[]> {
  const { rows } = await appPool().query<{ therapy: string }>(
    "SELECT therapy FROM desk.unlisted_therapies($1) LIMIT 200",
    [pageId],
  );
  return rows.map(({ therapy }) => therapy);
}
