import { getRow } from "./mail-facts.server";

/** What a mail says of a colleague whom a reviewer proposed. */
export type ColleagueFacts = {
  assignmentId: string;
  colleagueName: string;
  colleagueAddress: string;
  isSettled: boolean;
};

export async function getColleagueFacts(
  colleagueId: string,
): Promise<ColleagueFacts> {
  return getRow<ColleagueFacts>(
    `SELECT assignment_id AS "assignmentId", name AS "colleagueName", email AS "colleagueAddress",
            settled_at IS NOT NULL AS "isSettled" FROM desk.proposed_colleague WHERE id = $1`,
    colleagueId,
  );
}
