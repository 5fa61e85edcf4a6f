import { yesToAll } from "../support/short-form";
import pg from "pg";
import type { TestDatabase } from "../support/database";
import { hashOf, type Person } from "../model/facts";
import type { Random } from "../model/random";
import { lookAt, type Seen } from "./race-state";
import type { Track } from "./race-track";

export type Racer = {
  db: TestDatabase;
  client: pg.Client;
  random: Random;
  track: Track;
};

const needs = ["laboratory_scientist", "medical_editor"];
let grants = 0;

async function grant(
  { db }: Racer,
  who: Person,
  act: string,
  sha: string,
): Promise<string> {
  grants += 1;
  const id = hashOf(`race ${process.pid} ${grants}`);
  await db.auth.query(
    "INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method) VALUES ($1, $2, $3, $4, $5, 'password')",
    [id, who.id, who.session, act, sha],
  );
  return id;
}

/**
 * One act, begun anew where the desk says that what it read changed before its
 * lock, as `runAct` does; a deadlock is none of that, and stays an accident.
 */
const call = async (
  { client }: Racer,
  name: string,
  ...values: unknown[]
): Promise<void> => {
  const places = values.map((_, n) => `$${n + 1}`).join(", ");
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`SELECT desk.${name}(${places})`, values);
      return;
    } catch (error) {
      if (attempt > 3 || !isChangedMeanwhile(error)) throw error;
    }
  }
};

const isChangedMeanwhile = (error: unknown) =>
  error instanceof pg.DatabaseError && error.message === "changed_meanwhile";

const everybody = ({ labs, redactors }: Track) => [...labs, ...redactors];
const present = ({ off }: Track, people: readonly Person[]) =>
  people.filter((p) => !off.has(p));

/** One look and one act: mostly what a page needs next, now and then trouble. */
export async function race(racer: Racer): Promise<void> {
  const { random, track, client } = racer;
  const page = random.pick(track.pages);
  const seen = await lookAt(client, page);
  if (random.happens(0.08)) return trouble(racer, page, seen);
  const { version, sha } = seen;
  const editor = random.pick(
    track.editors.filter((p) => p.id !== seen.withdrawn_by),
  );
  const [comment] = seen.comments;
  if (comment && (seen.live === null || random.happens(0.3))) {
    const raiser = track.editors.find((p) => p.id === comment.by) ?? editor;
    return call(racer, "close_comment", raiser.session, comment.id, "Mended.");
  }
  if (seen.live === null && !version)
    return random.happens(0.85)
      ? call(racer, "reinstate", editor.session, page, "All is well.")
      : rewrite(racer, page, seen);
  if (seen.live === null && random.happens(0.1))
    return call(racer, "reinstate", editor.session, page, "All is well.");
  if (!version || !sha)
    return random.happens(0.6)
      ? call(
          ...([racer, "withdraw", editor.session, page] as const),
          ...["error", false, "A doubt."],
        )
      : call(racer, "open_rereview", editor.session, page);
  if (seen.live && seen.based_on !== seen.live)
    return call(racer, "take_back", editor.session, version);
  return onward(racer, seen, version, sha, editor);
}

async function onward(
  racer: Racer,
  seen: Seen,
  version: string,
  sha: string,
  editor: Person,
): Promise<void> {
  const { random, track, db } = racer;
  for (const expertise of random.shuffled(needs)) {
    const asked = seen.assignments.filter((a) => a.expertise === expertise);
    if (asked.some((a) => a.verdict === "approve" && !a.is_revoked)) continue;
    const [mine] = asked;
    if (!mine) {
      const pool = expertise === needs[0] ? track.labs : track.redactors;
      return call(
        ...([racer, "assign", editor.session, seen.round, expertise] as const),
        ...[random.pick(present(track, pool)).id, null, null, null],
      );
    }
    const who = everybody(track).find((p) => p.id === mine.reviewer);
    if (!who) return;
    if (mine.state === "invited")
      return call(racer, "accept_assignment", who.session, mine.id);
    // Who took it back, was switched off or lost the expertise holds all up.
    if (mine.state === "done" && random.happens(0.4))
      return call(racer, "take_back", editor.session, version);
    if (mine.state === "accepted" && random.happens(0.08))
      return call(racer, "dismiss_assignment", editor.session, mine.id);
    return sign(racer, who, mine.id, sha, "approve");
  }
  const open = seen.assignments.find((a) => a.state !== "done");
  if (open) return call(racer, "dismiss_assignment", editor.session, open.id);
  if (!seen.is_checked) {
    await db.checks.query(
      "SELECT desk.record_check_run($1, $2, 'rules-1', NULL, NULL, NULL)",
      [version, sha],
    );
  }
  // Somebody lost a role or an expertise since they signed: begin again.
  if (random.happens(0.12))
    return call(racer, "take_back", editor.session, version);
  return call(racer, "publish", editor.session, version);
}

/** Other words, for a page that its approvals no longer carry. */
async function rewrite(
  racer: Racer,
  page: string,
  { draft_revision }: Seen,
): Promise<void> {
  const { author } = racer.track;
  await racer.client.query(
    `SELECT desk.save_draft($1, $2, 'main', $3, jsonb_set(content::jsonb, '{changeNote}', to_jsonb('Note ' || revision))::text)
       FROM desk.draft WHERE page_id = $2 AND line = 'main'`,
    [author.session, page, draft_revision],
  );
  return call(
    ...([racer, "submit_version", author.session, page, "main"] as const),
    ...[draft_revision + 1, "full_review", [], "", null, false],
  );
}

async function sign(
  racer: Racer,
  who: Person,
  assignment: string,
  sha: string,
  verdict: string,
): Promise<void> {
  const id = await grant(racer, who, "sign_decision", sha);
  const { today } = racer.track;
  return call(
    ...([racer, "sign_decision", who.session, id, assignment, sha] as const),
    ...[verdict, "I read it all.", "Change it.", today, null],
    yesToAll("gene_summary"),
  );
}

async function trouble(racer: Racer, page: string, seen: Seen): Promise<void> {
  const { random, track, db } = racer;
  const editor = random.pick(track.editors);
  const anybody = random.pick(everybody(track));
  const signed = random.pickOrNull(
    seen.assignments.filter((a) => a.decision !== null),
  );
  const signer = everybody(track).find((p) => p.id === signed?.reviewer);
  switch (random.whole(0, 9)) {
    case 0:
    case 1: {
      if (!signed || !signer || !seen.sha) return;
      const id = await grant(racer, signer, "revoke_approval", seen.sha);
      return call(
        ...([racer, "revoke_approval", signer.session, id] as const),
        ...[signed.decision, "unsafe", "A doubt."],
      );
    }
    case 2:
      return call(
        ...([racer, "withdraw", editor.session, page] as const),
        ...["error", false, "A doubt."],
      );
    case 3:
      if (!seen.version) return;
      return call(
        ...([racer, "raise_comment", editor.session, seen.version] as const),
        ...["must_fix", "b0", "", "A unit is missing."],
      );
    case 4: {
      const level = random.pick(["none", "none", "personal"]);
      const who = signer ?? anybody;
      return call(
        ...([racer, "answer_interests", who.session] as const),
        ...[page, level, "Shares."],
      );
    }
    case 5: {
      const who = signer ?? anybody;
      const expertise = random.happens(0.7) ? [...who.expertise] : [];
      return call(
        ...([racer, "set_roles", track.admin.session, who.id] as const),
        ...[["reviewer"], expertise],
      );
    }
    case 6: {
      // The first two of each kind stay, so that the race goes on.
      const spare = [...track.labs.slice(2), ...track.redactors.slice(2)];
      if (!random.happens(0.15)) return;
      const who =
        signer && spare.includes(signer) ? signer : random.pick(spare);
      track.off.add(who);
      return call(
        ...([racer, "deactivate_person", track.admin.session] as const),
        ...[who.id, null],
      );
    }
    case 7: {
      if (!signed || !signer || !seen.sha) return;
      return sign(racer, signer, signed.id, seen.sha, "request_changes");
    }
    case 8:
      if (!seen.version) return;
      return call(racer, "publish", editor.session, seen.version);
    default: {
      if (!seen.version || !seen.sha) return;
      const finding = { rule: "P2", severity: "blocks", message: "No author." };
      const findings = random.happens(0.5) ? [finding] : [];
      await db.checks.query(
        "SELECT desk.record_check_run($1, $2, 'rules-1', NULL, NULL, $3)",
        [seen.version, seen.sha, JSON.stringify(findings)],
      );
      if (findings.length === 0) return;
      // Somebody mends it soon, or nothing would ever come out again.
      await db.checks.query(
        "SELECT pg_sleep(0.02), desk.record_check_run($1, $2, 'rules-1', NULL, NULL, NULL)",
        [seen.version, seen.sha],
      );
    }
  }
}
