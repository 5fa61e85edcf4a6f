import type { Day } from "~/domain/days";
import type { InterestKind, InterestScope } from "~/domain/words";
import { appPool } from "./pools.server";

export type Declaration = {
  id: string;
  hasNone: boolean;
  statement: string;
  declaredOn: Day;
  validUntil: Day;
  isInForce: boolean;
  entries: {
    entity: string;
    kind: InterestKind;
    scope: InterestScope;
    fromMonth: string;
    untilMonth: string | null;
    note: string;
  }[];
};

/** The yearly declarations of a person, the newest first; the first in force counts. */
export async function listDeclarations(
  personId: string,
): Promise<Declaration[]> {
  const { rows } = await appPool().query<Declaration>(
    `SELECT id, has_none AS "hasNone", statement, desk.day_of(declared_at) AS "declaredOn",
            valid_until AS "validUntil", valid_until >= desk.today() AS "isInForce",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', e.entity, 'kind', e.kind, 'scope', e.scope,
               'fromMonth', e.from_month, 'untilMonth', e.until_month, 'note', e.note) ORDER BY e.position), '[]')
               FROM desk.interest_entry e WHERE e.declaration_id = d.id) AS entries
       FROM desk.interest_declaration d WHERE person_id = $1
      ORDER BY declared_at DESC, id LIMIT 50`,
    [personId],
  );
  return rows;
}
