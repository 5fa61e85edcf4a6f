import { appPool } from "./pools.server";

/** A sentence whose truth can expire, in a review of an unchanged text. */
export type Claim = {
  claimId: string;
  blockId: string;
  sentence: string;
  isConfirmed: boolean;
  /** What was named for it on this page before; null when nothing was. */
  lastSource: string | null;
  lastTrueOn: string | null;
};

/** What the reviewer of an assignment confirms; nothing where the text changed. */
export async function listClaims(assignmentId: string): Promise<Claim[]> {
  const { rows } = await appPool().query<Claim>(
    `SELECT claim_id AS "claimId", block_id AS "blockId", sentence, is_confirmed AS "isConfirmed",
            last_source AS "lastSource", last_true_on AS "lastTrueOn"
       FROM desk.claims_open($1) ORDER BY position`,
    [assignmentId],
  );
  return rows;
}
