import type { RefusalCode } from "~/domain/refusals";
import type { Expertise } from "~/domain/words";
import { runAct } from "./act.server";
import { appPool, authPool } from "./pools.server";
import { findOwnReview, type OwnReview } from "./reviews.server";

/** What an outside expert who is asked for a signature has before them. */
export type OutsideSigning = {
  review: OwnReview;
  /** Where a code goes: the address that an editor verified. */
  email: string;
  /** Why nobody may sign this by a code at the moment; null when they may. */
  refusal: RefusalCode | null;
  /** The newest code asked for by this link. */
  codeId: string | null;
};

/** What a link asks to be signed; null for one that asks for an opinion. */
export async function findOutsideSigning(
  sessionHash: string,
  personId: string,
): Promise<OutsideSigning | null> {
  const { rows } = await appPool().query<
    Omit<OutsideSigning, "review"> & { assignmentId: string }
  >(
    `SELECT assignment_id AS "assignmentId", email, refusal, code_id AS "codeId" FROM desk.outside_signing($1)`,
    [sessionHash],
  );
  const [row] = rows;
  if (!row) return null;
  const { assignmentId, ...rest } = row;
  const review = await findOwnReview(assignmentId, personId);
  return review && { review, ...rest };
}

/** Keeps the hash of a code as its mail is made; false when nothing may be signed with it any more. */
export async function recordSigningCode(
  codeId: string,
  codeHash: string,
): Promise<boolean> {
  const outcome = await runAct<boolean>(authPool(), "record_signing_code", [
    codeId,
    codeHash,
  ]);
  return outcome.ok && outcome.value;
}

/** That an editor made sure who somebody without an account is. */
export type Verification = {
  id: string;
  personId: string;
  expertise: Expertise;
  email: string;
  how: string;
  verifiedBy: string;
  verifiedOn: string;
  endedBy: string | null;
  endedOn: string | null;
  endReason: string | null;
  /** Neither ended nor of an address that the person has no more. */
  isStanding: boolean;
};

/** Every verification of the people who were sent links to a page, the newest first. */
export async function listVerifications(
  pageId: string,
): Promise<Verification[]> {
  const { rows } = await appPool().query<Verification>(
    `SELECT v.id, v.person_id AS "personId", v.expertise, v.email, v.how, b.name AS "verifiedBy",
            desk.day_of(v.verified_at) AS "verifiedOn", eb.name AS "endedBy", desk.day_of(e.ended_at) AS "endedOn",
            e.reason AS "endReason", e.verification_id IS NULL AND lower(v.email) = lower(p.email) AS "isStanding"
       FROM desk.expert_verification v JOIN desk.person p ON p.id = v.person_id JOIN desk.person b ON b.id = v.verified_by
       LEFT JOIN desk.expert_verification_end e ON e.verification_id = v.id LEFT JOIN desk.person eb ON eb.id = e.ended_by
      WHERE v.person_id IN (SELECT person_id FROM desk.outside_link WHERE page_id = $1)
      ORDER BY v.verified_at DESC, v.id LIMIT 200`,
    [pageId],
  );
  return rows;
}

/** Whether the rules let somebody sign this version by a mailed code. */
export async function allowsMailedCode(versionId: string): Promise<boolean> {
  const { rows } = await appPool().query<{ allows: boolean }>(
    "SELECT desk.allows_mailed_code(id) AS allows FROM desk.review_round WHERE version_id = $1",
    [versionId],
  );
  return rows[0]?.allows ?? false;
}
