import type { Credit } from "~/content/page-content";
import type { Role } from "~/domain/words";
import { appPool } from "./pools.server";

/** A person of the desk, as forms offer and credit them. */
export type Colleague = {
  id: string;
  name: string;
  credentials: string;
  affiliation: string;
  orcid: string | null;
  roles: Role[];
};

/** Everybody whose account is on, by name. */
export async function listColleagues(): Promise<Colleague[]> {
  const { rows } = await appPool().query<Colleague>(
    `SELECT p.id, p.name, p.credentials, p.affiliation, p.orcid,
            (SELECT coalesce(array_agg(r.role ORDER BY r.role), '{}') FROM desk.person_role r WHERE r.person_id = p.id) AS roles
       FROM desk.person p WHERE p.is_active ORDER BY p.name, p.id LIMIT 1000`,
  );
  return rows;
}

export type TeamMember = { id: string; name: string; credentials: string };

/** The authors on the team of a page, by name. */
export async function listAuthors(pageId: string): Promise<TeamMember[]> {
  const { rows } = await appPool().query<TeamMember>(
    `SELECT p.id, p.name, p.credentials FROM desk.page_author a
       JOIN desk.person p ON p.id = a.person_id
      WHERE a.page_id = $1 ORDER BY p.name, p.id LIMIT 100`,
    [pageId],
  );
  return rows;
}

/** The author credit of somebody of the desk, as their record has it now. */
export async function creditOf(personId: string): Promise<Credit[]> {
  const { rows } = await appPool().query<
    Pick<Credit, "name" | "credentials" | "affiliation" | "orcid">
  >(
    "SELECT name, credentials, affiliation, orcid FROM desk.person WHERE id = $1",
    [personId],
  );
  return rows.map((person) => ({
    ...person,
    personId,
    role: "author",
    from: null,
    until: null,
  }));
}
