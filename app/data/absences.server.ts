import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";

/** When somebody is away, and who stands in for what. */
export type Absence = {
  id: string;
  from: Day;
  until: Day;
  isNow: boolean;
  deputies: { expertise: string; name: string; id: string }[];
};

/** The absences of a person that are not over, the next first. */
export async function listAbsences(personId: string): Promise<Absence[]> {
  const { rows } = await appPool().query<Absence>(
    `SELECT a.id, a.from_day AS "from", a.until_day AS "until", desk.today() >= a.from_day AS "isNow",
            (SELECT coalesce(json_agg(json_build_object('expertise', d.expertise, 'name', btrim(p.prefix || ' ' || p.name), 'id', p.id)
                    ORDER BY d.expertise), '[]')
               FROM desk.absence_deputy d JOIN desk.person p ON p.id = d.deputy_id WHERE d.absence_id = a.id) AS deputies
       FROM desk.absence a
      WHERE a.person_id = $1 AND a.ended_at IS NULL AND a.until_day >= desk.today()
      ORDER BY a.from_day, a.id LIMIT 50`,
    [personId],
  );
  return rows;
}

export type DeputyChoice = { expertise: string; id: string; name: string };

/**
 * For each expertise that a person is asked for, everybody else who holds it,
 * by name; an editor can be stood in for by another editor.
 */
export async function listDeputyChoices(
  personId: string,
): Promise<DeputyChoice[]> {
  const { rows } = await appPool().query<DeputyChoice>(
    `SELECT e.expertise, p.id, concat_ws(', ', btrim(p.prefix || ' ' || p.name), nullif(p.credentials, '')) AS name
       FROM (SELECT x.expertise FROM desk.person_expertise x WHERE x.person_id = $1
             UNION SELECT 'editor' FROM desk.person_role r WHERE r.person_id = $1 AND r.role IN ('editor', 'clinical_lead')) e
       JOIN desk.person p ON p.is_active AND p.id <> $1 AND CASE e.expertise
         WHEN 'editor' THEN EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('editor', 'clinical_lead'))
         ELSE EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role = 'reviewer')
          AND EXISTS (SELECT FROM desk.person_expertise o WHERE o.person_id = p.id AND o.expertise = e.expertise) END
      ORDER BY e.expertise, p.name, p.id LIMIT 2000`,
    [personId],
  );
  return rows;
}

/** Open requests of people who are away today and that can move, at most 200. */
export async function listDueHandOvers(): Promise<string[]> {
  const { rows } = await appPool().query<{ id: string }>(
    "SELECT assignment_id AS id FROM desk.due_hand_overs()",
  );
  return rows.map(({ id }) => id);
}
