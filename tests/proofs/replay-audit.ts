import { createHash } from "node:crypto";
import type pg from "pg";
import { loadFacts, type AuditEvent, type Facts } from "./audit-facts";

/**
 * Goes through the audit chain in its order, keeping who is who and what
 * stands, and asks of every publication whether it was allowed at its point.
 * Shares no code with the model or the desk.
 */
export async function replayAudit(
  owner: pg.Pool,
): Promise<{ events: number; publications: number; violations: string[] }> {
  const facts = await loadFacts(owner);
  const violations = [...brokenChain(facts.events), ...timesOutOfOrder(facts)];
  const desk = new Map<string, Standing>();
  const people: People = { roles: new Map(), expertise: new Map() };
  let publications = 0;
  for (const event of facts.events) {
    const page = event.page_id ?? "";
    const standing = desk.get(page) ?? nothingYet();
    desk.set(page, standing);
    if (event.act === "publish" || event.act === "reinstate") {
      publications += 1;
      const because = forbidden(facts, people, standing, event);
      violations.push(...because.map((b) => `event ${event.seq}: ${b}`));
    }
    takeIn(facts, people, standing, event);
  }
  for (const { page_id, n } of facts.liveRows)
    if (n > 1) violations.push(`page ${page_id} has ${n} live rows`);
  return { events: facts.events.length, publications, violations };
}

type People = {
  roles: Map<string, Set<string>>;
  expertise: Map<string, Set<string>>;
};

type Standing = {
  live: string | null;
  withdrawn: string | null;
  closedRounds: Set<string>;
  newest: string | null;
  /** Decisions of each version, in the order they were signed. */
  decisions: Map<string, string[]>;
  revoked: Set<string>;
  answers: Map<string, string>;
  mustFix: Set<string>;
  closings: Map<string, Set<string>>;
};

const nothingYet = (): Standing => ({
  ...{ live: null, withdrawn: null, newest: null },
  ...{ closedRounds: new Set(), decisions: new Map(), revoked: new Set() },
  ...{ answers: new Map(), mustFix: new Set(), closings: new Map() },
});

function brokenChain(events: readonly AuditEvent[]): string[] {
  const broken: string[] = [];
  let previous = "0".repeat(64);
  events.forEach((e, n) => {
    const text = [
      ...[e.seq, e.at_utc, e.actor_id ?? "", e.real_actor ?? "", e.act],
      ...[e.page_id ?? "", e.payload, e.prev_hash],
    ].join("\n");
    const hash = createHash("sha256").update(text, "utf8").digest("hex");
    if (Number(e.seq) !== n + 1) broken.push(`event ${e.seq} is out of order`);
    if (e.prev_hash !== previous) broken.push(`event ${e.seq} hangs loose`);
    if (e.hash !== hash) broken.push(`event ${e.seq} was changed`);
    previous = e.hash;
  });
  return broken;
}

/** What happened to a page happened in the order of the chain. */
function timesOutOfOrder({ moments }: Facts): string[] {
  const out: string[] = [];
  const last = new Map<string, { at: string; what: string }>();
  for (const { key, at, what } of moments) {
    const before = last.get(key);
    if (before && before.at > at)
      out.push(`${what} (${at}) follows ${before.what} (${before.at})`);
    last.set(key, { at, what });
  }
  return out;
}

const text = (event: AuditEvent, key: string): string =>
  String(event.said[key] ?? "");
const texts = (event: AuditEvent, key: string): string[] => {
  const value = event.said[key];
  return Array.isArray(value) ? value.map(String) : [];
};

function takeIn(
  facts: Facts,
  people: People,
  standing: Standing,
  event: AuditEvent,
): void {
  switch (event.act) {
    case "add_person":
    case "set_roles":
      people.roles.set(text(event, "person"), new Set(texts(event, "roles")));
      people.expertise.set(
        text(event, "person"),
        new Set(texts(event, "expertise")),
      );
      return;
    case "deactivate_person":
      people.roles.set(text(event, "person"), new Set());
      return;
    case "submit_for_review":
      standing.closedRounds.add(text(event, "supersedes"));
      standing.newest = text(event, "version");
      return;
    case "open_rereview":
      standing.newest = text(event, "version");
      return;
    case "take_back":
      standing.closedRounds.add(text(event, "version"));
      return;
    case "approve":
    case "request_changes": {
      const version = text(event, "version");
      const signed = standing.decisions.get(version) ?? [];
      standing.decisions.set(version, [...signed, text(event, "decision")]);
      return;
    }
    case "revoke_approval":
      standing.revoked.add(text(event, "decision"));
      return;
    case "answer_interests":
      standing.answers.set(event.actor_id ?? "", text(event, "level"));
      return;
    case "raise_comment":
      if (text(event, "kind") === "must_fix")
        standing.mustFix.add(text(event, "comment"));
      return;
    case "close_comment":
      closeComment(standing, event);
      return;
    case "publish":
    case "reinstate":
      standing.live = text(event, "publication");
      standing.withdrawn = null;
      standing.closedRounds.add(text(event, "version"));
      return;
    case "withdraw":
      standing.withdrawn = standing.live;
      standing.live = null;
      return;
    default:
      return;
  }
}

function closeComment(standing: Standing, event: AuditEvent): void {
  const comment = text(event, "comment");
  const editors = standing.closings.get(comment) ?? new Set();
  standing.closings.set(comment, editors);
  editors.add(event.actor_id ?? "");
  if (text(event, "capacity") !== "editor" || editors.size >= 2)
    standing.mustFix.delete(comment);
}

/** Why this publication should not have happened at this point of the chain. */
function forbidden(
  facts: Facts,
  people: People,
  standing: Standing,
  event: AuditEvent,
): string[] {
  const because: string[] = [];
  const no = (reason: string, holds: boolean) => {
    if (holds) because.push(reason);
  };
  const isReinstated = event.act === "reinstate";
  const version = facts.versions.get(text(event, "version"));
  const row = facts.publications.get(text(event, "publication"));
  if (!version || !row) return ["there is no such version or publication"];
  const isEditor = (id: string) => people.roles.get(id)?.has("editor") ?? false;
  no("its publisher is no editor", !isEditor(event.actor_id ?? ""));
  no("another publication is live", isReinstated && standing.live !== null);
  no(
    "it does not replace what is live",
    !isReinstated && (row.replaces_id ?? null) !== standing.live,
  );
  no(
    "it brings back something else than what was withdrawn",
    isReinstated && row.reinstates_id !== standing.withdrawn,
  );
  if (!isReinstated) {
    no(
      "it is based on something else",
      standing.live !== null && version.based_on_id !== standing.live,
    );
    no("its round is closed", standing.closedRounds.has(version.id));
    no("a newer version was submitted", standing.newest !== version.id);
  }
  no("a must-fix is open", standing.mustFix.size > 0);
  no("the words differ", text(event, "sha256") !== version.content_sha256);

  const signed = standing.decisions.get(version.id) ?? [];
  const newest = new Map<string, string>();
  for (const id of signed)
    newest.set(facts.decisions.get(id)?.person_id ?? "", id);
  for (const id of newest.values())
    no(
      "somebody asks for changes",
      facts.decisions.get(id)?.verdict === "request_changes",
    );
  const approvals = texts(event, "approvals");
  const filled: string[] = [];
  for (const id of approvals) {
    const d = facts.decisions.get(id);
    if (!d || newest.get(d.person_id) !== id) {
      because.push(`approval ${id} is not its person's newest on this version`);
      continue;
    }
    filled.push(d.expertise);
    const roles = people.roles.get(d.person_id);
    no("an approval says no", d.verdict !== "approve");
    no("an approval was taken back", standing.revoked.has(id));
    no(
      "an approval is of other words",
      d.content_sha256 !== version.content_sha256,
    );
    no("an approver wrote it", version.contributors.includes(d.person_id));
    no("an approver is no reviewer", !roles?.has("reviewer"));
    no(
      "an approver lacks the expertise",
      !people.expertise.get(d.person_id)?.has(d.expertise),
    );
    no(
      "an approver has interests",
      standing.answers.get(d.person_id) !== "none",
    );
    no("an approval is younger than it", d.signed_at > row.published_at);
    const off = facts.offAt.get(d.person_id);
    no(
      "an approver was switched off",
      off !== undefined && off < row.published_at,
    );
  }
  for (const { expertise, count } of version.needs)
    no(
      `it lacks a ${expertise}`,
      filled.filter((e) => e === expertise).length < count,
    );
  const off = facts.offAt.get(event.actor_id ?? "");
  no(
    "its publisher was switched off",
    off !== undefined && off < row.published_at,
  );
  const run = version.runs
    .filter(({ ran_at }) => ran_at < row.published_at)
    .at(-1);
  no("its checks did not run", !run);
  no("its checks found a reason to stop", run?.blocks === true);
  const first = approvals
    .map((id) => facts.decisions.get(id)?.signed_on ?? "")
    .sort()[0];
  no(
    "its day is not that of the first approval",
    !isReinstated && row.last_reviewed_on !== first,
  );
  return because;
}
