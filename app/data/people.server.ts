import type { Topic } from "~/content/page-content";
import type { Day } from "~/domain/days";
import type { Expertise, Role } from "~/domain/words";
import { appPool } from "./pools.server";

/** A person as the list of people shows them. */
export type PersonRow = {
  id: string;
  name: string;
  prefix: string;
  credentials: string;
  affiliation: string;
  email: string;
  isActive: boolean;
  roles: Role[];
  expertise: Expertise[];
  languages: string[];
  /** How many open reviews they take at a time. */
  capacity: number;
  ownedPages: number;
  openReviews: number;
  interestsUntil: Day | null;
};

const personColumns = `
  p.id, p.name, p.prefix, p.credentials, p.affiliation, p.email, p.is_active AS "isActive",
  p.languages, p.review_capacity AS capacity,
  ARRAY(SELECT role FROM desk.person_role WHERE person_id = p.id ORDER BY role) AS roles,
  ARRAY(SELECT expertise FROM desk.person_expertise WHERE person_id = p.id ORDER BY expertise) AS expertise,
  (SELECT count(*)::integer FROM desk.page g WHERE g.owner_id = p.id AND g.archived_at IS NULL) AS "ownedPages",
  (SELECT count(*)::integer FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
    WHERE a.reviewer_id = p.id AND a.state IN ('invited', 'accepted') AND r.closed_at IS NULL) AS "openReviews",
  (SELECT max(i.valid_until) FROM desk.interest_declaration i
    WHERE i.person_id = p.id AND i.valid_until >= desk.today()) AS "interestsUntil"`;

export const peoplePerPage = 50;

/**
 * People by name, those switched off last, a page at a time; `query` is part
 * of a name, an address or an affiliation. Gives how many there are in all.
 */
export async function listPeople({
  query = "",
  page = 1,
}): Promise<{ people: PersonRow[]; total: number }> {
  const { rows } = await appPool().query<PersonRow & { total: number }>(
    `SELECT ${personColumns}, count(*) OVER ()::integer AS total FROM desk.person p
      WHERE strpos(lower(p.name || ' ' || p.email || ' ' || p.affiliation), lower($1)) > 0
      ORDER BY p.is_active DESC, p.name, p.id LIMIT $2 OFFSET $3`,
    [query, peoplePerPage, (page - 1) * peoplePerPage],
  );
  return { people: rows, total: rows[0]?.total ?? 0 };
}

/** One person with what only their own screen shows. */
export type PersonDetails = PersonRow & {
  orcid: string | null;
  createdAt: Date;
  deactivatedAt: Date | null;
  topics: Topic[];
  verifications: {
    expertise: Expertise;
    verifiedBy: string | null;
    verifiedOn: Day;
  }[];
};

/** The person of this id; null when there is none. */
export async function findPerson(id: string): Promise<PersonDetails | null> {
  const { rows } = await appPool().query<PersonDetails>(
    `SELECT ${personColumns}, p.orcid, p.created_at AS "createdAt", p.deactivated_at AS "deactivatedAt",
            (SELECT coalesce(json_agg(json_build_object('type', t.type, 'code', t.code, 'label', t.label) ORDER BY t.position), '[]')
               FROM desk.person_topic t WHERE t.person_id = p.id) AS topics,
            (SELECT coalesce(json_agg(json_build_object('expertise', e.expertise, 'verifiedBy', v.name,
                    'verifiedOn', desk.day_of(e.verified_at)) ORDER BY e.expertise), '[]')
               FROM desk.person_expertise e LEFT JOIN desk.person v ON v.id = e.verified_by
              WHERE e.person_id = p.id) AS verifications
       FROM desk.person p WHERE p.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export type PersonChoice = { id: string; name: string; credentials: string };

/** Everybody who is active, by name: for a choice of one person. */
export async function listActivePeople(): Promise<PersonChoice[]> {
  const { rows } = await appPool().query<PersonChoice>(
    `SELECT id, btrim(prefix || ' ' || name) AS name, credentials
       FROM desk.person WHERE is_active ORDER BY person.name, id LIMIT 1000`,
  );
  return rows;
}
