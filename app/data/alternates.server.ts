import { appPool } from "./pools.server";

/** Who is asked next for one expertise of a round. */
export type Alternate = {
  expertise: string;
  personId: string;
  name: string;
  /** Null while they wait; else they were asked, or passed over with this reason. */
  passedOver: string | null;
  isAsked: boolean;
};

/** The alternates of a round in their order. */
export async function listAlternates(roundId: string): Promise<Alternate[]> {
  const { rows } = await appPool().query<Alternate>(
    `SELECT a.expertise, a.person_id AS "personId", btrim(p.prefix || ' ' || p.name) AS name,
            a.passed_over AS "passedOver", a.asked_at IS NOT NULL AS "isAsked"
       FROM desk.assignment_alternate a JOIN desk.person p ON p.id = a.person_id
      WHERE a.round_id = $1 ORDER BY a.expertise, a.position, a.person_id LIMIT 200`,
    [roundId],
  );
  return rows;
}

/** A colleague whom a reviewer proposed, waiting for the editor. */
export type ProposedColleague = {
  id: string;
  name: string;
  email: string;
  note: string;
  expertise: string;
  proposedBy: string;
  /** The person of the desk with this address, where there is one. */
  personId: string | null;
};

/** The colleagues proposed in a round about whom nobody has decided, the first first. */
export async function listProposedColleagues(
  roundId: string,
): Promise<ProposedColleague[]> {
  const { rows } = await appPool().query<ProposedColleague>(
    `SELECT c.id, c.name, c.email, c.note, a.expertise, btrim(p.prefix || ' ' || p.name) AS "proposedBy",
            (SELECT k.id FROM desk.person k WHERE lower(k.email) = lower(c.email) AND k.is_active) AS "personId"
       FROM desk.proposed_colleague c JOIN desk.assignment a ON a.id = c.assignment_id
       JOIN desk.person p ON p.id = a.reviewer_id
      WHERE a.round_id = $1 AND c.settled_at IS NULL ORDER BY c.proposed_at, c.id LIMIT 50`,
    [roundId],
  );
  return rows;
}
