import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";

export type Declaration = {
  id: string;
  hasNone: boolean;
  statement: string;
  declaredOn: Day;
  validUntil: Day;
  isInForce: boolean;
};

/** The yearly declarations of a person, the newest first; the first in force counts. */
export async function listDeclarations(
  personId: string,
): Promise<Declaration[]> {
  const { rows } = await appPool().query<Declaration>(
    `SELECT id, has_none AS "hasNone", statement, desk.day_of(declared_at) AS "declaredOn",
            valid_until AS "validUntil", valid_until >= desk.today() AS "isInForce"
       FROM desk.interest_declaration WHERE person_id = $1
      ORDER BY declared_at DESC, id LIMIT 50`,
    [personId],
  );
  return rows;
}
