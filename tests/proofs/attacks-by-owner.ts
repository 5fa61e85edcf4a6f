import type { Attack } from "./attack";
import type { Scene } from "./scene";

const meets = (
  name: string,
  refused: string,
  statement: (scene: Scene) => string,
): Attack => ({
  name,
  as: "owner",
  refused,
  statements: (scene) => [statement(scene)],
});

const insert = (versionId: string, by: string, cooked = "NULL") =>
  `INSERT INTO desk.publication (page_id, version_id, content_sha256, published_by, next_review_due)
   SELECT page_id, id, content_sha256, '${by}', ${cooked} FROM desk.version WHERE id = '${versionId}'`;

/**
 * What holds even for a migration that slips: the role that owns the tables
 * meets triggers, keys and constraints too, as long as it does not take them down.
 */
export const attacksByOwner: Attack[] = [
  ...[
    "decision",
    "version",
    "revocation",
    "audit_event",
    "publication_approval",
  ].flatMap((table) => [
    meets(`change ${table}`, "DK403 immutable", () =>
      table === "revocation"
        ? "TRUNCATE desk.revocation"
        : `UPDATE desk.${table} SET ${table === "audit_event" ? "act = 'x'" : table === "publication_approval" ? "decision_id = decision_id" : "page_id = page_id"}`,
    ),
    meets(
      `empty ${table}`,
      "DK403 immutable",
      () => `TRUNCATE desk.${table} CASCADE`,
    ),
  ]),
  meets(
    "delete decisions",
    "DK403 immutable",
    () => "DELETE FROM desk.decision",
  ),
  meets(
    "move a due date",
    "DK403 immutable",
    () => "UPDATE desk.publication SET next_review_due = next_review_due + 1",
  ),
  meets(
    "bring an ended publication back",
    "DK403 immutable",
    () =>
      "UPDATE desk.publication SET ended_at = NULL, ended_because = NULL WHERE ended_at IS NOT NULL",
  ),
  meets(
    "delete a publication",
    "DK403 immutable",
    () => "DELETE FROM desk.publication",
  ),
  meets("publish by an insert", "DK409 blocked", ({ waiting, who }) =>
    insert(waiting.id, who("eva").id),
  ),
  meets("publish with a cooked due date", "DK409 blocked", ({ ready, who }) =>
    insert(ready.id, who("eva").id, "'2099-01-01'"),
  ),
  meets(
    "publish by somebody who is no editor",
    "DK403 not_an_editor",
    ({ ready, who }) => insert(ready.id, who("lars").id),
  ),
  meets(
    "sign for other words than the version's",
    "23503",
    () =>
      `INSERT INTO desk.decision (page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, evidence_checked_to, method, signed_name, signed_credentials, signed_at)
       SELECT page_id, version_id, repeat('0', 64), assignment_id, person_id, expertise, verdict, meaning, evidence_checked_to, method, signed_name, signed_credentials, signed_at FROM desk.decision LIMIT 1`,
  ),
  meets(
    "forget the clock",
    "DK403 immutable",
    () => "DELETE FROM desk.clock_offset",
  ),
];
