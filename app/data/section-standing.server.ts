import { appPool } from "./pools.server";

/** A section of a version under one expertise: who signed it, here or in a version before. */
export type SectionStanding = {
  section: string;
  label: string;
  expertise: string;
  /** How many people have to sign it. */
  needed: number;
  signer: string | null;
  signedOn: string | null;
  /** The version that was signed. */
  versionNumber: number | null;
  isCarried: boolean | null;
};

/**
 * The sections of a version whose round took sign-offs over from an earlier
 * one, each with every sign-off that stands; empty where none was taken over.
 */
export async function listSections(
  versionId: string,
): Promise<SectionStanding[]> {
  const { rows } = await appPool().query<SectionStanding>(
    `SELECT section, label, expertise, needed, signer, signed_on AS "signedOn", version_number AS "versionNumber", is_carried AS "isCarried"
       FROM desk.section_standing($1) LIMIT 1000`,
    [versionId],
  );
  return rows;
}
