import { appPool } from "./pools.server";

/** The sections of a version that somebody ticked as looked at, by their anchors. */
export async function listTicks(
  personId: string,
  versionId: string,
): Promise<string[]> {
  const { rows } = await appPool().query<{ anchor: string }>(
    "SELECT anchor FROM desk.section_tick WHERE person_id = $1 AND version_id = $2 LIMIT 1000",
    [personId, versionId],
  );
  return rows.map(({ anchor }) => anchor);
}
