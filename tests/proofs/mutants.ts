import type { Scene } from "../model/histories";
import type { TestDatabase } from "../support/database";

export type Proof =
  "rights" | "attacks" | "waits" | "stories" | "model" | "races" | "lineUps";

/**
 * One thing taken out of the SQL, and the proof that is likeliest to notice; of
 * the attacks, waits and line-ups the one to begin with, of the histories those
 * about one thing, and the seed that comes to it soon.
 */
export type Mutant = {
  name: string;
  likeliest: Proof;
  beginsWith?: string;
  play?: Scene;
  seed?: number;
  spoil(db: TestDatabase): Promise<void>;
};

/** Rewrites a function as it stands in the database; what is not there fails. */
const rewriting =
  (name: string, from: RegExp, to: string) =>
  async (db: TestDatabase): Promise<void> => {
    const { rows } = await db.owner.query<{ code: string }>(
      "SELECT pg_get_functiondef(p.oid) AS code FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace AND p.proname ~ $1",
      [name],
    );
    const changed = rows
      .map(({ code }) => [code, code.replace(from, to)] as const)
      .filter(([before, after]) => before !== after);
    if (changed.length === 0) throw new Error(`nothing to spoil in ${name}`);
    for (const [, after] of changed) await db.owner.query(after);
  };

const running =
  (statement: string) =>
  async (db: TestDatabase): Promise<void> => {
    await db.owner.query(statement);
  };

const together =
  (...spoilers: ((db: TestDatabase) => Promise<void>)[]) =>
  async (db: TestDatabase): Promise<void> => {
    for (const spoil of spoilers) await spoil(db);
  };

const mutant = (
  name: string,
  likeliest:
    | Proof
    | [proof: "attacks" | "waits" | "lineUps", first: string]
    | [proof: "model", seed: number],
  spoil: Mutant["spoil"],
): Mutant => {
  if (typeof likeliest === "string") return { name, likeliest, spoil };
  const [proof, first] = likeliest;
  return typeof first === "number"
    ? { name, likeliest: proof, seed: first, spoil }
    : { name, likeliest: proof, beginsWith: first, spoil };
};

export const mutants: Mutant[] = [
  mutant(
    "the application may insert publications",
    "rights",
    running("GRANT INSERT ON desk.publication TO desk_app"),
  ),
  mutant(
    "anybody may call an internal function",
    "rights",
    running("GRANT EXECUTE ON FUNCTION desk.counted_approvals TO PUBLIC"),
  ),
  mutant(
    "a function acts as its owner on the caller's path",
    "rights",
    running("ALTER FUNCTION desk.publish(text, uuid) RESET search_path"),
  ),
  mutant(
    "the gate takes any isolation",
    ["attacks", "publish in repeatable read"],
    rewriting("^guard_publication$", /<> 'read committed'/, "= 'nothing'"),
  ),
  mutant(
    "nobody looks again at commit",
    ["attacks", "publish and revoke in one transaction"],
    running("DROP TRIGGER publication_recheck ON desk.publication"),
  ),
  mutant(
    "decisions may be changed",
    ["attacks", "change decision"],
    running("DROP TRIGGER immutable ON desk.decision"),
  ),
  mutant(
    "a signature may name other words",
    ["attacks", "sign for other words than the version's"],
    running(
      "ALTER TABLE desk.decision DROP CONSTRAINT decision_page_id_version_id_content_sha256_fkey",
    ),
  ),
  mutant(
    "a cooked due date is let pass",
    ["attacks", "publish with a cooked due date"],
    rewriting(
      "^guard_publication$",
      /NEW\.next_review_due <> dates\.next_review_due/,
      "false",
    ),
  ),
  mutant(
    "a grant works twice",
    ["attacks", "sign with a grant at fault: used"],
    rewriting("^use_grant$", /held\.used_at IS NOT NULL/, "false"),
  ),
  mutant(
    "a grant never expires",
    ["attacks", "sign with a grant at fault: expired"],
    rewriting("^use_grant$", /<= clock\(\)/, "IS NULL"),
  ),
  mutant(
    "a missing hash matches any",
    ["attacks", "reaffirm with a grant for other words, and no hash"],
    together(
      rewriting("^use_grant$", /IS DISTINCT FROM \(/, "<> ("),
      rewriting(
        "^check_reaffirm$",
        /d\.content_sha256 IS DISTINCT FROM p_sha/,
        "d.content_sha256 <> p_sha",
      ),
    ),
  ),
  mutant(
    "the editor who withdrew may reinstate",
    ["attacks", "reinstate one's own withdrawal"],
    together(
      rewriting("^reinstate$", /gone\.withdrawn_by = me\.id/, "false"),
      rewriting(
        "^guard_publication$",
        /w\.withdrawn_by <> NEW\.published_by/,
        "true",
      ),
    ),
  ),
  mutant(
    "any rule may be set aside",
    ["attacks", "set a provenance finding aside"],
    rewriting(
      "^set_aside_finding$",
      /NOT EXISTS \(SELECT FROM settable_rule[^;]*?\) THEN/,
      "false THEN",
    ),
  ),
  mutant(
    "the page is not locked",
    ["waits", "a revocation for a publication"],
    rewriting(".", /(FROM page WHERE [^;]*?)FOR NO KEY UPDATE/g, "$1"),
  ),
  mutant(
    "the people are not locked",
    ["waits", "new roles for an approver for a publication"],
    rewriting("^guard_publication$", /FOR SHARE/, ""),
  ),
  mutant(
    "roles change without a lock",
    ["waits", "new roles for an approver for a publication"],
    rewriting("^set_roles$", /FOR NO KEY UPDATE/, ""),
  ),
  mutant(
    "the chain is not locked",
    "races",
    rewriting("^chain_audit_event$", /PERFORM pg_advisory_xact_lock[^;]*;/, ""),
  ),
  mutant(
    "one may approve one's own words",
    ["attacks", "ask the one who wrote it"],
    rewriting(
      "^is_own_work$",
      /EXISTS \(SELECT FROM version_contributor WHERE[^)]*\)/,
      "false",
    ),
  ),
  mutant(
    "revoked approvals count",
    "stories",
    rewriting("^counted_approvals$", /s\.revoked IS NULL/, "true"),
  ),
  mutant(
    "what is overdue may go out",
    ["model", 103],
    rewriting(
      "^date_blockers$",
      /is_overdue\((dates\.next_review_due|effective_due\(live_id\)), day\)/g,
      "false",
    ),
  ),
  mutant(
    "the live text may have moved on",
    "model",
    rewriting(
      "^line_blockers$",
      /v\.based_on_id IS DISTINCT FROM live_id/,
      "false",
    ),
  ),
  mutant(
    "requests for changes do not count",
    "model",
    rewriting("^standing_requests$", /s\.verdict = 'request_changes'/, "false"),
  ),
  mutant(
    "must-fix comments do not count",
    "stories",
    rewriting("^is_comment_closed$", /RETURN \(/, "RETURN true OR ("),
  ),
  mutant(
    "a must-fix that was opened again stays closed",
    ["attacks", "publish under a must-fix that was closed and opened again"],
    rewriting(
      "^is_comment_closed$",
      /AND opening = opening_of\(p_comment\)/,
      "",
    ),
  ),
  mutant(
    "must-fix comments on a draft do not count",
    ["attacks", "publish under a must-fix on the draft"],
    rewriting(
      "^count_open_must_fixes$",
      /c\.kind = 'must_fix'/,
      "c.kind = 'must_fix' AND c.draft_id IS NULL",
    ),
  ),
  mutant(
    "a reviewer decides suggestions for a draft that is not theirs",
    ["attacks", "decline a colleague's suggestion as a reviewer"],
    rewriting("^decide_suggestion$", /PERFORM require_writer[^;]*;/, ""),
  ),
  mutant(
    "a title before the name hides an author",
    [
      "lineUps",
      'Ana García López is credited by name only, as "Dr Ana Garcia, MD"',
    ],
    rewriting("^name_words$", /AND word <> ALL \([^)]*\)/, ""),
  ),
  mutant(
    "a degree behind the name hides an author",
    ["lineUps", 'Ngozi Eze is credited by name only, as "Ngozi Eze MD"'],
    rewriting(
      "^is_same_name$",
      /cardinality\(written_out\) > 1 AND ARRAY/,
      "false AND ARRAY",
    ),
  ),
  mutant(
    "somebody may be asked, as a deputy, about words of their own",
    "lineUps",
    rewriting("^seat_blockers$", /is_own_work\([^)]*\)/, "false"),
  ),
  mutant(
    "a personal interest in a maker that only the declaration names is let pass",
    [
      "lineUps",
      "reviewers have interests in the maker of a therapy that the page names, and in no maker",
    ],
    rewriting("^interest_standing$", /c\.standing = 'personal'/, "false"),
  ),
  mutant(
    "the same reviewer finds nothing to change for ever",
    ["lineUps", "the same reviewers found nothing to change twice in a row"],
    rewriting("^same_reviewer_again$", /count\(\*\) = 2/, "count(*) = 3"),
  ),
  mutant(
    "checks of last week will do",
    ["model", 110],
    rewriting(
      "^finding_blockers$",
      /interval '24 hours'/,
      "interval '10 years'",
    ),
  ),
  mutant(
    "a page stays up after its approval was called unsafe",
    "stories",
    rewriting("^hidden_by_revocation$", /t\.kind = 'unsafe'/, "false"),
  ),
  {
    ...mutant(
      "somebody who is away is asked all the same",
      "model",
      rewriting(
        "^ask_for_review$",
        /absence_today\(p_reviewer\) IS NOT NULL/,
        "false",
      ),
    ),
    play: "away",
  },
  {
    ...mutant(
      "a deputy needs no declaration",
      "model",
      rewriting(
        "^record_absence$",
        /IF NOT EXISTS \(SELECT FROM interest_declaration/,
        "IF false AND NOT EXISTS (SELECT FROM interest_declaration",
      ),
    ),
    play: "away",
  },
  {
    ...mutant(
      "what an absent reviewer holds stays where it is",
      "model",
      rewriting("^hand_over_absent$", /IF may_deputise\([^)]*\)/, "IF false"),
    ),
    play: "away",
  },
  {
    ...mutant(
      "whoever leaves takes along what a deputy could do",
      ["model", 102],
      rewriting(
        "^switch_off_person$",
        /heir := heir_of_review\([^)]*\);/,
        "heir := NULL;",
      ),
    ),
    play: "away",
  },
  mutant(
    "a page of a set goes out alone",
    "stories",
    rewriting("^set_blockers$", /CONTINUE WHEN p_self IS NULL;/, "CONTINUE;"),
  ),
  mutant(
    "a set stays up when one of its pages falls",
    "stories",
    rewriting("^set_falls$", /min\(own_fall\(o\)\)/, "min(NULL::text)"),
  ),
  {
    ...mutant(
      "a value keyed wrongly will do",
      ["model", 111],
      rewriting(
        "^key_again(_as)?$",
        /plain_value\(k\.kind, t\.value\) = k\.plain/,
        "true",
      ),
    ),
    play: "doses",
  },
  {
    ...mutant(
      "one may approve a changed dose without keying it",
      ["model", 109],
      rewriting(
        "^sign_blockers$",
        /IF open_values > 0 THEN\s+RETURN QUERY SELECT 'key_again'/,
        "IF false THEN RETURN QUERY SELECT 'key_again'",
      ),
    ),
    play: "doses",
  },
  {
    ...mutant(
      "an editor acts on a page that is kept from them",
      ["model", 100],
      rewriting(
        "^require_knowing$",
        /OR NOT may_know_of\(p_page, p_person\)/,
        "",
      ),
    ),
    play: "secret",
  },
];
