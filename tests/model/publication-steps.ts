import { datesOf, countedApprovals, effectiveDue } from "./approvals";
import { blockersOf, isHeldBySet, wordsOf } from "./blockers";
import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import { blockOf } from "./documents";
import type {
  Finding,
  Page,
  Person,
  Publication,
  Schedule,
  Version,
} from "./facts";
import { isConfidential, mayAct, mayKnowOf } from "./knowing";
import { followPublication } from "./page-steps";
import { withheldBlocks } from "./public-state";
import { leaveSet } from "./set-steps";
import { hasFallen, leavesSetIncomplete } from "./sets";
import {
  holds,
  isEditor,
  isOnTeam,
  isOwnWork,
  liveOf,
  stopsPublisher,
} from "./standing";
import { act, grantFor, type GrantFault, type Step } from "./step";

const reason = "Something came to light.";

/** What a publication does to everything round it, in the model. */
export function carryOut(
  desk: Desk,
  version: Version,
  reinstates: Publication | null,
  id: string,
): void {
  const { page, round } = version;
  const { world } = desk.history;
  const now = desk.now();
  const live = liveOf(page);
  const dates = datesOf(world, version, now, live, reinstates);
  if (!dates) throw new Error("published without dates");
  const approvals = countedApprovals(world, version, now, reinstates !== null);
  if (live) live.ended = "replaced";
  const publication: Publication = {
    id,
    version,
    ...dates,
    replaces: live,
    reinstates,
    ended: null,
    withdrawn: null,
    approvals,
    broughtForward: [],
  };
  page.publications.push(publication);
  round.closed ??= "published";
  for (const s of page.schedules) if (s.version === version) s.isOpen = false;
  followPublication(page, publication);
}

/** The gate's list; where it is empty, what the editor's own interests add. */
export function blockersFor(
  desk: Desk,
  who: Person,
  version: Version,
  reinstates: Publication | null = null,
): Set<string> {
  const found = blockersOf(desk.history, version, desk.now(), reinstates);
  if (found.size === 0 && stopsPublisher(who, version.page, desk.today()))
    found.add("interests");
  return found;
}

/** The same for something that goes out by itself. */
function blockersAlone(desk: Desk, who: Person, version: Version) {
  const found = blockersFor(desk, who, version);
  if (found.size === 0 && isHeldBySet(desk.history, version, desk.now(), true))
    found.add("set_incomplete");
  return found;
}

export function publish(desk: Desk, who: Person, version: Version): Step {
  const blockers = blockersAlone(desk, who, version);
  const mayPublish = mayAct(desk, who, version.page) && isEditor(who);
  return {
    says: `${who.name} publishes version ${version.number} of ${version.page.slug}`,
    isAllowed: mayPublish && blockers.size === 0,
    ...(mayPublish && { blockers }),
    call: () => act(desk.db.app, "publish", who.session, version.id),
    follow: (id) => carryOut(desk, version, null, String(id)),
  };
}

export function schedule(
  desk: Desk,
  who: Person,
  version: Version,
  inSeconds: number,
  grant: GrantFault,
): Step {
  const blockers = blockersOf(desk.history, version, desk.now());
  blockers.delete("confidential_until");
  if (isHeldBySet(desk.history, version, desk.now(), true))
    blockers.add("set_incomplete");
  const { page } = version;
  if (blockers.size === 0 && stopsPublisher(who, page, desk.today()))
    blockers.add("interests");
  const at = desk.now() + inSeconds * 1000;
  return {
    says: `${who.name} schedules version ${version.number} in ${inSeconds} s, grant ${grant}`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      inSeconds > 0 &&
      !page.schedules.some((s) => s.version === version && s.isOpen) &&
      blockers.size === 0 &&
      grant === "none",
    call: async () =>
      act(
        desk.db.app,
        "schedule_publication",
        who.session,
        await grantFor(
          desk.db,
          desk.history,
          who,
          "schedule",
          version.sha,
          grant,
        ),
        version.id,
        version.sha,
        new Date(at).toISOString(),
      ),
    follow: (id) => {
      keepSchedules([{ id: String(id), version, at, by: who }]);
    },
  };
}

/** Remembers what was signed for one hour in one act. */
export function keepSchedules(
  signed: Omit<Schedule, "isOpen" | "together">[],
): void {
  const together: Schedule[] = [];
  for (const each of signed) {
    const kept = { ...each, isOpen: true, together };
    together.push(kept);
    each.version.page.schedules.push(kept);
  }
}

/** Does all that was signed together go out, whole, with nobody of its set left behind? */
function goesOutWhole(desk: Desk, { together, by }: Schedule): boolean {
  const going = together.map(({ version }) => version);
  const now = desk.now();
  return (
    together.every(({ isOpen }) => isOpen) &&
    going.every((version) => blockersFor(desk, by, version).size === 0) &&
    !going.some((version) =>
      leavesSetIncomplete(desk.history, version, now, {
        isAlone: true,
        besides: going,
      }),
    )
  );
}

/** The clock's own act; it answers with words and refuses nothing. */
export function publishDue(desk: Desk, due: Schedule): Step {
  const { id, version, at, by, isOpen, together } = due;
  const isDue = isOpen && at <= desk.now();
  const mayGo = holds(by, "editor") && goesOutWhole(desk, due);
  const expected = !isDue ? "gone" : mayGo ? "published" : "refused";
  return {
    says: `the clock publishes version ${version.number}: ${expected}`,
    isAllowed: true,
    call: async () => {
      const answer = await act(desk.db.app, "publish_due", id);
      if (answer !== expected)
        throw new Error(`publish_due says ${String(answer)}, not ${expected}`);
      return answer;
    },
    follow: () => {
      if (expected !== "published") return;
      for (const each of together) carryOut(desk, each.version, null, "");
    },
  };
}

export function cancelSchedule(desk: Desk, who: Person, due: Schedule): Step {
  return {
    says: `${who.name} cancels the schedule of version ${due.version.number}`,
    isAllowed:
      mayAct(desk, who, due.version.page) && isEditor(who) && due.isOpen,
    call: () => act(desk.db.app, "cancel_schedule", who.session, due.id),
    follow: () => {
      for (const each of due.together) each.isOpen = false;
    },
  };
}

export function withdraw(
  desk: Desk,
  who: Person,
  page: Page,
  type: string,
  isPermanent: boolean,
): Step {
  const live = liveOf(page);
  return {
    says: `${who.name} withdraws ${page.slug} as ${type}${isPermanent ? " for good" : ""}`,
    isAllowed: mayAct(desk, who, page) && isEditor(who) && live !== null,
    call: () =>
      act(
        desk.db.app,
        "withdraw",
        who.session,
        page.id,
        type,
        isPermanent,
        reason,
      ),
    follow: () => {
      if (!live) return;
      desk.history.order += 1;
      live.ended = "withdrawn";
      live.withdrawn = { isPermanent, by: who.id, order: desk.history.order };
    },
  };
}

export function reinstate(desk: Desk, who: Person, page: Page): Step {
  const last = page.publications.at(-1) ?? null;
  const gone = last?.withdrawn ?? null;
  const mayAsk =
    mayAct(desk, who, page) &&
    isEditor(who) &&
    gone !== null &&
    !gone.isPermanent &&
    gone.by !== who.id;
  const blockers =
    last && mayAsk
      ? blockersFor(desk, who, last.version, last)
      : new Set<string>();
  return {
    says: `${who.name} reinstates ${page.slug}`,
    isAllowed: mayAsk && blockers.size === 0,
    ...(mayAsk && { blockers }),
    call: () => act(desk.db.app, "reinstate", who.session, page.id, reason),
    follow: (id) => {
      if (last) carryOut(desk, last.version, last, String(id));
    },
  };
}

export function withholdBlock(
  desk: Desk,
  who: Person,
  page: Page,
  blockId: string,
): Step {
  const live = liveOf(page);
  return {
    says: `${who.name} withholds block ${blockId} of ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      live !== null &&
      blockOf(live.version.doc, blockId) !== undefined &&
      !withheldBlocks(live).includes(blockId),
    call: () =>
      act(desk.db.app, "withhold_block", who.session, page.id, blockId, reason),
    follow: (id) => {
      if (!live) return;
      page.withheld.push({
        id: String(id),
        by: who.id,
        publication: live,
        blockId,
        isReturned: false,
      });
    },
  };
}

export function returnBlock(
  desk: Desk,
  who: Person,
  withheld: Page["withheld"][number],
): Step {
  return {
    says: `${who.name} gives block ${withheld.blockId} back`,
    isAllowed:
      mayAct(desk, who, withheld.publication.version.page) &&
      isEditor(who) &&
      withheld.by !== who.id &&
      !withheld.isReturned,
    call: () =>
      act(desk.db.app, "return_block", who.session, withheld.id, reason),
    follow: () => {
      withheld.isReturned = true;
    },
  };
}

export function putUpNotice(desk: Desk, who: Person, page: Page): Step {
  return {
    says: `${who.name} puts up a notice on ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) && isEditor(who) && page.publications.length > 0,
    call: () =>
      act(
        desk.db.app,
        "put_up_notice",
        who.session,
        page.id,
        "under_correction",
        reason,
      ),
    follow: () => undefined,
  };
}

export function bringForward(
  desk: Desk,
  who: Person,
  page: Page,
  due: string,
): Step {
  const live = liveOf(page);
  const signed = live?.approvals.some((d) => d.person === who) ?? false;
  return {
    says: `${who.name} brings the date of ${page.slug} forward to ${due}`,
    isAllowed:
      mayAct(desk, who, page) &&
      live !== null &&
      (isOnTeam(who, page) || isEditor(who) || signed) &&
      due >= plusDays(desk.today(), 14) &&
      due < effectiveDue(live),
    call: () =>
      act(desk.db.app, "bring_date_forward", who.session, page.id, due, reason),
    follow: () => {
      live?.broughtForward.push(due);
    },
  };
}

/**
 * The same date moved by the triage of an outside event: the event itself moves
 * nothing, and the triage only what its person could have moved without it.
 */
export function triageForward(
  desk: Desk,
  who: Person,
  page: Page,
  due: string,
): Step {
  const plain = bringForward(desk, who, page, due);
  const { app } = desk.db;
  const about = ["safety_notice", "page", page.slug, reason];
  const sha = liveOf(page)?.version.sha ?? "";
  return {
    ...plain,
    isAllowed:
      plain.isAllowed && who.roles.size > Number(who.roles.has("admin")),
    says: `${who.name} triages an event and brings ${page.slug} forward to ${due}`,
    call: async () => {
      const item = await act(
        ...([app, "raise_watch_item", who.session, ...about] as const),
      );
      const seen = await app.query<{ waits: boolean; due: string }>(
        `SELECT s.waits, desk.effective_due(s.publication_id)::text AS due FROM desk.watch_standing s WHERE s.item_id = $1 AND s.page_id = $2`,
        [item, page.id],
      );
      const live = liveOf(page);
      const expected = {
        waits: live !== null,
        due: live && effectiveDue(live),
      };
      if (JSON.stringify(seen.rows) !== JSON.stringify([expected]))
        throw new Error(`an event: ${JSON.stringify([seen.rows, expected])}`);
      return act(
        ...([app, "triage_watch_item", who.session, null, item] as const),
        ...[page.id, sha, "review_brought_forward", reason, due],
      );
    },
  };
}

export function archive(desk: Desk, who: Person, page: Page): Step {
  return {
    says: `${who.name} archives ${page.slug}`,
    isAllowed: mayAct(desk, who, page) && isEditor(who) && !page.isArchived,
    call: () => act(desk.db.app, "archive_page", who.session, page.id, reason),
    follow: () => {
      if (!hasFallen(desk.history, page, desk.now())) leaveSet(page);
      page.isArchived = true;
      const live = liveOf(page);
      if (live) live.ended = "archived";
      for (const { round } of page.versions) round.closed ??= "taken_back";
      for (const s of page.schedules) s.isOpen = false;
    },
  };
}

export function keepConfidential(
  desk: Desk,
  who: Person,
  page: Page,
  until: string | null,
): Step {
  return {
    says: `${who.name} keeps ${page.slug} confidential until ${until}`,
    isAllowed: who.isActive && isEditor(who) && mayKnowOf(desk, who, page),
    call: () =>
      act(desk.db.app, "set_confidential_until", who.session, page.id, until),
    follow: () => {
      page.confidentialUntil = until;
      if (isConfidential(desk, page)) page.confidants.add(who);
      else page.confidants.clear();
    },
  };
}

export function nameConfidant(
  desk: Desk,
  who: Person,
  page: Page,
  whom: Person,
): Step {
  return {
    says: `${who.name} names ${whom.name} for the confidential ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      isConfidential(desk, page) &&
      mayKnowOf(desk, who, page) &&
      holds(whom, "editor") &&
      !page.confidants.has(whom),
    call: () =>
      act(
        ...([desk.db.app, "name_confidential_reader", who.session] as const),
        ...[page.id, whom.id],
      ),
    follow: () => {
      page.confidants.add(whom);
    },
  };
}

/** Somebody who knows stays; and so does who signed for its hour. */
export function unnameConfidant(
  desk: Desk,
  who: Person,
  page: Page,
  whom: Person,
): Step {
  const others = [...page.confidants].filter((p) => p !== whom);
  return {
    says: `${who.name} takes ${whom.name} off the confidential ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      isConfidential(desk, page) &&
      page.confidants.has(whom) &&
      others.some((p) => holds(p, "editor")) &&
      !page.schedules.some((s) => s.isOpen && s.by === whom),
    call: () =>
      act(
        ...([desk.db.app, "unname_confidential_reader", who.session] as const),
        ...[page.id, whom.id],
      ),
    follow: () => {
      page.confidants.delete(whom);
    },
  };
}

export function recordRun(
  desk: Desk,
  version: Version,
  rules: string,
  findings: Omit<Finding, "id">[],
): Step {
  const { world } = desk.history;
  return {
    says: `the checks run on version ${version.number} with rules ${rules}: ${findings.map((f) => `${f.rule} ${f.severity} ${f.blockId}`).join(", ")}`,
    isAllowed: rules === world.checksRules,
    call: async () => {
      const run = await act(
        desk.db.checks,
        "record_check_run",
        version.id,
        version.sha,
        rules,
        "[]",
        "[]",
        JSON.stringify(
          findings.map((f) => ({ ...f, message: `${f.rule} says so` })),
        ),
      );
      const { rows } = await desk.db.checks.query<{ id: string }>(
        "SELECT id FROM desk.finding WHERE run_id = $1 ORDER BY position",
        [run],
      );
      return rows.map(({ id }) => id);
    },
    follow: (ids) => {
      version.runs.push({
        at: desk.now(),
        rules,
        findings: findings.map((f, n) => ({
          ...f,
          id: String(Array.isArray(ids) ? ids[n] : ""),
        })),
      });
    },
  };
}

/** Which expertise may set a rule aside; provenance and AI rules nobody. */
const eligible: Record<string, string[]> = {
  G: ["laboratory_scientist", "clinician", "genetic_counsellor"],
  C: ["clinician", "pharmacist", "genetic_counsellor"],
  R: ["clinician", "laboratory_scientist", "medical_editor"],
};

export function setAside(
  desk: Desk,
  who: Person,
  version: Version,
  finding: Finding,
): Step {
  const experts = eligible[finding.rule.replace(/[0-9]+$/, "")] ?? [];
  return {
    says: `${who.name} sets ${finding.rule} on version ${version.number} aside`,
    isAllowed:
      mayAct(desk, who, version.page) &&
      experts.some((e) => holds(who, e)) &&
      !isOwnWork(version, who),
    call: () =>
      act(
        desk.db.app,
        "set_aside_finding",
        who.session,
        finding.id,
        "It is a quotation.",
      ),
    follow: () => {
      version.page.setAside.push({
        rule: finding.rule,
        excerpt: finding.excerpt,
        words: wordsOf(version, finding.blockId, finding.excerpt),
        by: who.id,
      });
    },
  };
}
