import type { Attack } from "./attack";
import type { Scene } from "./scene";

/** Hashes of links and sessions as the attacks have them. */
const opinion = "session for an opinion";
const signing = "session for a signature";

type Values = { sha?: string; session?: string; verdict?: string };

const signs =
  ({ sha, session = signing, verdict = "request_changes" }: Values = {}) =>
  ({ waiting, desk }: Scene): [string, ...unknown[]][] => [
    [
      "SELECT desk.outside_sign($1, $2, $3, 'I read it all.', 'Change it.', $4, NULL, NULL)",
      ...[session, sha ?? waiting.sha, verdict, desk.today()],
    ],
  ];

const refused = (
  name: string,
  code: string,
  statements: Attack["statements"],
  prepare?: Attack["prepare"],
): Attack => ({ name, as: "app", refused: code, statements, prepare });

/** Links for an opinion and for a signature, whose reader is verified and accepted. */
async function prepareSigner(scene: Scene): Promise<void> {
  const { db } = scene.desk;
  const eva = scene.who("eva").session;
  const { waiting } = scene;
  await db.owner.query("ALTER TABLE desk.review_rules DISABLE TRIGGER USER");
  await db.owner.query(
    "UPDATE desk.review_rules SET allows_mailed_code = true",
  );
  await db.owner.query("ALTER TABLE desk.review_rules ENABLE TRIGGER USER");
  const { rows } = await db.auth.query<{ link: string }>(
    "SELECT desk.invite_outside_expert($1, $2, 'ines.outside@example.org', 'Ines Outside', '', '', 14) AS link",
    [eva, waiting.id],
  );
  const link = rows[0]?.link;
  await db.auth.query("SELECT desk.record_outside_key($1, 'h1')", [link]);
  await db.auth.query("SELECT desk.open_outside_link('h1', $1)", [opinion]);
  await db.app.query(
    "SELECT desk.verify_expert($1, person_id, 'medical_editor', 'Called back.') FROM desk.outside_link WHERE id = $2",
    [eva, link],
  );
  await db.auth.query(
    "SELECT desk.record_outside_key(desk.ask_outside_to_sign($1, $2, 'medical_editor', 14), 'h2')",
    [eva, link],
  );
  await db.auth.query("SELECT desk.open_outside_link('h2', $1)", [signing]);
  await db.app.query("SELECT desk.outside_answer($1, true)", [signing]);
}

/** A code that was confirmed, but for something else, too long ago, or once already. */
const withCode =
  (verdict: string, confirmedAgo: string | null, isUsed: boolean) =>
  async ({ desk, waiting }: Scene): Promise<void> => {
    await desk.db.owner.query(
      `INSERT INTO desk.signing_code (link_id, verification_id, content_sha256, act, code_hash, mailed_at, confirmed_at, used_at)
       SELECT l.id, v.id, $1, $2, 'h', desk.clock(), desk.clock() - $3::interval, CASE WHEN $4 THEN desk.clock() END
         FROM desk.outside_link l JOIN desk.expert_verification v ON v.person_id = l.person_id WHERE l.id = (SELECT link_id FROM desk.outside_key WHERE token_hash = 'h2')`,
      [waiting.sha, verdict, confirmedAgo, isUsed],
    );
  };

const denied = (name: string, statement: string): Attack =>
  refused(name, "42501", () => [statement]);

/** Attacks on signing from outside by a mailed code. */
export const attacksOnCodes: Attack[] = [
  refused(
    "sign from outside without a code",
    "DK403 grant_missing",
    signs(),
    prepareSigner,
  ),
  refused(
    "sign from outside with a code that was mailed and never entered",
    "DK403 grant_missing",
    signs(),
    withCode("request_changes", null, false),
  ),
  refused(
    "sign one verdict with the code for another",
    "DK403 grant_missing",
    signs(),
    withCode("approve", "0 seconds", false),
  ),
  refused(
    "sign with a code confirmed too long ago",
    "DK403 grant_expired",
    signs(),
    withCode("request_changes", "301 seconds", false),
  ),
  refused(
    "sign twice with one code",
    "DK403 grant_missing",
    signs(),
    withCode("request_changes", "0 seconds", true),
  ),
  refused(
    "sign other words with a code",
    "DK409 stale_version",
    signs({ sha: "0".repeat(64) }),
    withCode("request_changes", "0 seconds", false),
  ),
  refused(
    "sign by a link that asks for an opinion",
    "DK404 not_found",
    signs({ session: opinion }),
  ),
  refused(
    "sign from outside with a reviewer's session",
    "DK401 not_signed_in",
    (scene) => signs({ session: scene.who("lars").session })(scene),
  ),
  refused(
    "verify an expert without being an editor",
    "DK403 not_an_editor",
    (scene) => [
      [
        "SELECT desk.verify_expert($1, (SELECT person_id FROM desk.outside_link LIMIT 1), 'clinician', 'I say so.')",
        scene.who("ann").session,
      ],
    ],
  ),
  refused("verify an expert by a link", "DK401 not_signed_in", () => [
    [
      "SELECT desk.verify_expert($1, (SELECT person_id FROM desk.outside_link LIMIT 1), 'clinician', 'I say so.')",
      signing,
    ],
  ]),
  refused(
    "verify a colleague with an account in passing",
    "DK404 not_found",
    (scene) => [
      [
        "SELECT desk.verify_expert($1, $2, 'clinician', 'I say so.')",
        ...[scene.who("eva").session, scene.who("ann").id],
      ],
    ],
  ),
  denied("read the hashes of codes", "SELECT * FROM desk.signing_code"),
  denied(
    "confirm a code by hand",
    "UPDATE desk.signing_code SET confirmed_at = desk.clock()",
  ),
  denied(
    "write a verification by hand",
    "INSERT INTO desk.expert_verification SELECT * FROM desk.expert_verification",
  ),
  denied(
    "end no verification by deleting it",
    "DELETE FROM desk.expert_verification_end",
  ),
  denied("choose a code oneself", "SELECT desk.record_signing_code(NULL, 'h')"),
  denied(
    "make a link to sign by oneself",
    "SELECT desk.ask_outside_to_sign('x', NULL, 'clinician', 1)",
  ),
  denied(
    "keep a decision without its checks",
    "SELECT desk.keep_decision(NULL, NULL, '', 'approve', '', '', NULL, NULL, NULL, 'password')",
  ),
  refused(
    "sign after the verification was taken back",
    "DK409 expert_not_verified",
    signs(),
    async ({ desk, who }) => {
      await desk.db.app.query(
        "SELECT desk.end_verification($1, id, 'Left.') FROM desk.expert_verification",
        [who("eva").session],
      );
    },
  ),
];
