import { grantFor, type GrantFault } from "../model/step";
import type { Attack } from "./attack";
import { yesToAll } from "../support/short-form";
import type { Scene } from "./scene";

const call = (name: string, ...values: unknown[]): [string, ...unknown[]] => [
  `SELECT desk.${name}(${values.map((_, n) => `$${n + 1}`).join(", ")})`,
  ...values,
];

type Build = (scene: Scene) => [string, ...unknown[]][];

const refused = (
  name: string,
  code: string,
  statements: Build,
  more: Partial<Attack> = {},
): Attack => ({ name, as: "app", refused: code, statements, ...more });

const session = (scene: Scene, first: string) => scene.who(first).session;

/** The reviewer who has not signed yet, trying with this grant. */
const signing =
  (grant: string): Build =>
  (scene) => [
    call(
      "sign_decision",
      session(scene, "lars"),
      grant,
      scene.waiting.round.assignments[0]?.id,
      scene.waiting.sha,
      ...["approve", "I read it all.", "", scene.desk.today(), null],
      yesToAll(scene.waiting.page.kind),
    ),
  ];

const held = { grant: "" };
const withGrant = (
  act: string,
  first: string,
  fault: GrantFault,
  of: (scene: Scene) => string,
): Partial<Attack> => ({
  prepare: async (scene) => {
    const { db, history } = scene.desk;
    const who = scene.who(first);
    held.grant = await grantFor(db, history, who, act, of(scene), fault);
  },
});

const badGrants: [GrantFault, string][] = [
  ["missing", "DK403 grant_missing"],
  ["used", "DK403 grant_missing"],
  ["other_person", "DK403 grant_missing"],
  ["other_session", "DK403 grant_missing"],
  ["other_act", "DK403 grant_missing"],
  ["other_hash", "DK403 grant_missing"],
  ["expired", "DK403 grant_expired"],
];

const publishReady: Build = (scene) => [
  call("publish", session(scene, "eva"), scene.ready.id),
];
const approvalOfMary = (scene: Scene) =>
  scene.ready.decisions.find((d) => d.person === scene.who("mary"))?.id;

const thenRevoked: Build = (scene) => [
  ...publishReady(scene),
  call(
    "revoke_approval",
    ...[session(scene, "mary"), held.grant, approvalOfMary(scene)],
    ...["unsafe", "It is wrong."],
  ),
];
const maryRevokes = withGrant(
  "revoke_approval",
  "mary",
  "none",
  ({ ready }) => ready.sha,
);

export const attacksOnActs: Attack[] = [
  ...["x", "", null].map((forged) =>
    refused(
      `publish with the session ${String(forged)}`,
      "DK401 not_signed_in",
      ({ ready }) => [call("publish", forged, ready.id)],
    ),
  ),
  refused(
    "publish with a session that has expired",
    "DK401 not_signed_in",
    publishReady,
    {
      statements: ({ ready }) => [call("publish", "an old one", ready.id)],
      prepare: async ({ desk, who }) => {
        await desk.db.auth.query(
          "INSERT INTO desk.session (id, user_id, expires_at) VALUES ('an old one', $1, desk.clock() - interval '1 second') ON CONFLICT DO NOTHING",
          [who("eva").id],
        );
      },
    },
  ),
  refused("publish as a reviewer", "DK403 not_an_editor", (scene) => [
    call("publish", session(scene, "lars"), scene.ready.id),
  ]),
  refused("publish as an admin", "DK403 not_an_editor", (scene) => [
    call("publish", session(scene, "adam"), scene.ready.id),
  ]),
  refused("publish what nobody signed", "DK409 blocked", (scene) => [
    call("publish", session(scene, "eva"), scene.waiting.id),
  ]),
  refused("publish a half-signed re-review", "DK409 blocked", (scene) => [
    call("publish", session(scene, "eva"), scene.rereview.id),
  ]),
  refused("publish the withdrawn version again", "DK409 blocked", (scene) => [
    call("publish", session(scene, "eva"), scene.withdrawn.versions[0]?.id),
  ]),
  ...["repeatable read", "serializable"].map((isolation) =>
    refused(`publish in ${isolation}`, "DK409 wrong_isolation", publishReady, {
      isolation,
    }),
  ),
  refused(
    "publish and revoke in one transaction",
    "DK409 blocked",
    thenRevoked,
    maryRevokes,
  ),
  refused(
    "the same with every constraint deferred by hand",
    "DK409 blocked",
    (scene) => [["SET CONSTRAINTS ALL DEFERRED"], ...thenRevoked(scene)],
    maryRevokes,
  ),
  refused(
    "the same behind a savepoint",
    "DK409 blocked",
    (scene) => [
      ["SAVEPOINT before"],
      ...thenRevoked(scene),
      ["RELEASE SAVEPOINT before"],
    ],
    maryRevokes,
  ),
  refused(
    "publish and withdraw for good in one transaction",
    "DK409 blocked",
    (scene) => [
      ...publishReady(scene),
      call(
        ...(["withdraw", session(scene, "eva"), scene.ready.page.id] as const),
        ...["legal", true, "A letter."],
      ),
    ],
  ),
  refused(
    "publish with one's own schema in front",
    "DK409 blocked",
    (scene) => [
      ["SET LOCAL search_path = pg_temp, public, desk"],
      call("publish", session(scene, "eva"), scene.waiting.id),
    ],
  ),
  refused(
    "publish with another zone, date style and planner",
    "DK409 blocked",
    (scene) => [
      ["SET LOCAL TimeZone = 'Pacific/Kiritimati'"],
      ["SET LOCAL DateStyle = 'SQL, DMY'"],
      ["SET LOCAL row_security = off"],
      call("publish", session(scene, "eva"), scene.waiting.id),
    ],
  ),
  refused("prepare a publication for a later commit", "55000", (scene) => [
    ...publishReady(scene),
    ["PREPARE TRANSACTION 'later'"],
  ]),
  ...badGrants.map(([fault, code]) =>
    refused(
      `sign with a grant at fault: ${fault}`,
      code,
      (scene) => signing(held.grant)(scene),
      withGrant("sign_decision", "lars", fault, ({ waiting }) => waiting.sha),
    ),
  ),
  refused(
    "sign twice with one grant",
    "DK403 grant_missing",
    (scene) => [...signing(held.grant)(scene), ...signing(held.grant)(scene)],
    withGrant("sign_decision", "lars", "none", ({ waiting }) => waiting.sha),
  ),
  refused("sign in a colleague's place", "DK404 not_found", (scene) => [
    call(
      "sign_decision",
      session(scene, "lucy"),
      held.grant,
      scene.waiting.round.assignments[0]?.id,
      scene.waiting.sha,
      ...["approve", "I read it all.", "", scene.desk.today(), null],
      yesToAll(scene.waiting.page.kind),
    ),
  ]),
  refused(
    "sign without naming the words",
    "DK409 stale_version",
    (scene) => [
      call(
        "sign_decision",
        session(scene, "lars"),
        held.grant,
        scene.waiting.round.assignments[0]?.id,
        null,
        ...["approve", "I read it all.", "", scene.desk.today(), null],
        yesToAll(scene.waiting.page.kind),
      ),
    ],
    withGrant("sign_decision", "lars", "none", ({ waiting }) => waiting.sha),
  ),
  refused(
    "reaffirm with a grant for other words, and no hash",
    "DK409 stale_version",
    (scene) => [
      call(
        "reaffirm",
        session(scene, "mary"),
        held.grant,
        approvalOfMary(scene),
        null,
      ),
    ],
    withGrant("reaffirm", "mary", "none", ({ waiting }) => waiting.sha),
  ),
  refused(
    "reaffirm a colleague's approval",
    "DK404 not_found",
    (scene) => [
      call(
        "reaffirm",
        session(scene, "lars"),
        held.grant,
        approvalOfMary(scene),
        scene.ready.sha,
      ),
    ],
    withGrant("reaffirm", "lars", "none", ({ ready }) => ready.sha),
  ),
  refused("ask the one who wrote it", "DK403 own_work", (scene) => [
    call(
      "assign",
      session(scene, "eva"),
      scene.waiting.round.id,
      "medical_editor",
      scene.who("moe").id,
      ...[null, null, null],
    ),
  ]),
  refused("ask the author to review", "DK409 lacks_expertise", (scene) => [
    call(
      "assign",
      session(scene, "eva"),
      scene.waiting.round.id,
      "medical_editor",
      scene.who("ann").id,
      ...[null, null, null],
    ),
  ]),
  refused(
    "assign oneself without being an editor",
    "DK403 not_an_editor",
    (scene) => [
      call(
        "assign",
        session(scene, "mary"),
        scene.waiting.round.id,
        "medical_editor",
        scene.who("mary").id,
        ...[null, null, null],
      ),
    ],
  ),
  refused("reinstate one's own withdrawal", "DK403 same_editor", (scene) => [
    call("reinstate", session(scene, "eva"), scene.withdrawn.id, "All well."),
  ]),
  refused("withdraw as an author", "DK403 not_an_editor", (scene) => [
    call(
      ...(["withdraw", session(scene, "ann"), scene.live.id] as const),
      ...["error", false, "I do not like it."],
    ),
  ]),
  refused("push the due date back", "DK422 day_out_of_range", (scene) => [
    call(
      ...(["bring_date_forward", session(scene, "eva")] as const),
      ...[scene.live.id, "2099-01-01", "Later will do."],
    ),
  ]),
  refused("save a stranger's draft", "DK404 not_found", (scene) => [
    call(
      ...(["save_draft", session(scene, "lars")] as const),
      ...[scene.live.id, "main", 1, "{}"],
    ),
  ]),
  refused(
    "set new rules as an editor",
    "DK403 not_a_clinical_lead",
    (scene) => [
      call(
        ...([
          "set_review_rules",
          session(scene, "eva"),
          "gene_summary",
        ] as const),
        ...[60, 60, 5, 14, 365, 180, null, "[]"],
      ),
    ],
  ),
  refused("make oneself a reviewer", "DK403 not_an_admin", (scene) => [
    call(
      ...(["set_roles", session(scene, "eva"), scene.who("eva").id] as const),
      ...[["editor", "reviewer"], ["medical_editor"]],
    ),
  ]),
  refused(
    "change the desk's zone as an editor",
    "DK403 not_an_admin",
    (scene) => [
      call(
        ...(["change_settings", session(scene, "eva")] as const),
        ...["Mine", "Pacific/Niue", "day_first", "x@example.org"],
      ),
    ],
  ),
  refused(
    "set a provenance finding aside",
    "DK403 never_set_aside",
    (scene) => [
      call(
        "set_aside_finding",
        session(scene, "lars"),
        scene.waiting.runs[0]?.findings[0]?.id,
        "It is fine.",
      ),
    ],
  ),
  refused(
    "record a run on other words",
    "DK409 stale_version",
    ({ waiting }) => [
      call(
        ...(["record_check_run", waiting.id, "0".repeat(64)] as const),
        ...["rules-1", null, null, null],
      ),
    ],
    { as: "checks" },
  ),
  refused(
    "record a run of older rules",
    "DK409 rules_out_of_date",
    ({ waiting }) => [
      call(
        ...(["record_check_run", waiting.id, waiting.sha] as const),
        ...["rules-0", null, null, null],
      ),
    ],
    { as: "checks" },
  ),
  refused("carry out a schedule that nobody signed", "nothing", () => [
    call("publish_due", "00000000-0000-0000-0000-000000000000"),
  ]),
];
