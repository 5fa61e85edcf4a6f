import {
  countedApprovals,
  datesOf,
  effectiveDue,
  isFresh,
  lacksOutsider,
  restsOn,
  shortOf,
  standingRequests,
  takenBack,
} from "./approvals";
import { dayIn } from "./calendar";
import { changesOutside, missingFrom } from "./documents";
import type { History, Publication, Version } from "./facts";
import { leavesSetIncomplete } from "./sets";
import {
  interestsOf,
  isCredited,
  isOwnWork,
  latestOf,
  lineOf,
  liveOf,
  newestDecisions,
} from "./standing";

const dayMs = 86_400_000;

/** Every reason why a version may not be published now (gate.md, "Blockers"). */
export function blockersOf(
  history: History,
  version: Version,
  now: number,
  reinstates: Publication | null = null,
): Set<string> {
  const found = ownBlockersOf(history, version, now, reinstates);
  if (!reinstates && isHeldBySet(history, version, now, false))
    found.add("set_incomplete");
  return found;
}

/** Is this held up by the other pages of its set, or if it goes out alone? */
export const isHeldBySet = (
  history: History,
  version: Version,
  now: number,
  isAlone: boolean,
): boolean =>
  leavesSetIncomplete(history, version, now, {
    isAlone,
    isReady: (theirs) => ownBlockersOf(history, theirs, now, null).size === 0,
  });

/** Those that its page has of itself. */
export function ownBlockersOf(
  history: History,
  version: Version,
  now: number,
  reinstates: Publication | null,
): Set<string> {
  const found = new Set<string>();
  const block = (code: string, holds: boolean) => {
    if (holds) found.add(code);
  };
  const { page, round, doc } = version;
  const { world } = history;
  const today = dayIn(world.zone, now);
  const live = liveOf(page);
  const isFull = round.kind === "full_review";

  if (!reinstates) {
    block(
      "not_latest",
      lineOf(version).some((v) => v.number > version.number),
    );
    block(
      "base_moved",
      version.basedOn !== (live ?? latestOf(page)) || (!live && !isFull),
    );
    block("round_closed", round.closed !== null);
    block(
      "round_open",
      round.assignments.some(({ state }) =>
        ["invited", "accepted"].includes(state),
      ),
    );
    block(
      "scheduled_later",
      page.schedules.some(
        (s) => s.version === version && s.isOpen && s.at > now,
      ),
    );
    block(
      "scope_exceeded",
      !isFull &&
        (version.basedOn === null ||
          changesOutside(version.basedOn.version.doc, doc, round.scope)),
    );
  }

  approvalBlockers(history, version, now, reinstates).forEach((code) =>
    found.add(code),
  );
  block(
    "interests",
    history.people.some(
      (p) => isCredited(doc, p) && interestsOf(p, page, today) === "missing",
    ),
  );
  block(
    "comments_open",
    page.comments.some((c) => c.version.draft === version.draft && !c.isClosed),
  );

  const run = version.runs.filter((r) => r.rules === world.checksRules).at(-1);
  block("findings_blocking", !run || run.at <= now - dayMs);
  for (const finding of run?.findings ?? []) {
    if (finding.rule === "T14" || finding.severity !== "blocks") continue;
    const words = wordsOf(version, finding.blockId, finding.excerpt);
    const isSetAside = page.setAside.some(
      (s) =>
        s.rule === finding.rule &&
        s.excerpt === finding.excerpt &&
        s.words === words &&
        !history.people.some((p) => p.id === s.by && isOwnWork(version, p)),
    );
    block("findings_blocking", !isSetAside);
  }
  block(
    "scope_exceeded",
    round.kind === "copy_fix" &&
      !reinstates &&
      (!run || run.findings.some(({ rule }) => rule === "T14")),
  );

  const due = datesOf(world, version, now, live, reinstates)?.due;
  block("overdue", due !== undefined && due < today);
  block(
    "overdue",
    !isFull && !reinstates && live !== null && effectiveDue(live) < today,
  );

  block("metadata_missing", missingFrom(history, page, doc).length > 0);
  block("owner_inactive", !page.owner?.isActive);
  block(
    "withdrawn",
    page.publications.some(
      ({ withdrawn, version: gone }) =>
        withdrawn !== null &&
        (withdrawn.isPermanent ||
          (!reinstates &&
            gone.sha === version.sha &&
            version.order < withdrawn.order)),
    ),
  );
  block("archived", page.isArchived);
  block(
    "confidential_until",
    page.confidentialUntil !== null && page.confidentialUntil > today,
  );
  return found;
}

function approvalBlockers(
  { world, people }: History,
  version: Version,
  now: number,
  reinstates: Publication | null,
): string[] {
  const { page } = version;
  const today = dayIn(world.zone, now);
  const counted = countedApprovals(world, version, now, reinstates !== null);
  const short = shortOf(version, counted);
  const given = newestDecisions(version).filter((d) => d.verdict === "approve");
  const unrevoked = given.filter((d) => d.revoked === null);
  const below =
    version.round.kind === "full_review"
      ? []
      : restsOn(reinstates ?? liveOf(page));
  const holding: [string, boolean][] = [
    ["approvals_missing", short.length > 0],
    ["outsider_missing", lacksOutsider(people, version, counted)],
    ["own_work", unrevoked.some((d) => isOwnWork(version, d.person))],
    [
      "approval_revoked",
      given.some(
        (d) =>
          d.revoked?.kind === "unsafe" ||
          (d.revoked !== null && short.includes(d.expertise)),
      ) || below.flatMap(takenBack).some((r) => r.isUnsafe || r.isMissed),
    ],
    [
      "approval_expired",
      !reinstates &&
        unrevoked.some((d) => !isFresh(d, now) && short.includes(d.expertise)),
    ],
    [
      "interests",
      unrevoked.some(
        (d) =>
          short.includes(d.expertise) &&
          !["none", "accepted"].includes(interestsOf(d.person, page, today)),
      ),
    ],
    [
      "interests",
      counted.length > 0 &&
        counted.every((d) => interestsOf(d.person, page, today) !== "none"),
    ],
    ["changes_requested", standingRequests(version, counted).length > 0],
    [
      "same_person_twice",
      version.decisions.some((d) =>
        version.decisions.some(
          (e) =>
            d.person === e.person &&
            d.expertise !== e.expertise &&
            [d, e].every((x) => x.verdict === "approve" && !x.revoked),
        ),
      ),
    ],
  ];
  return holding.filter(([, holds]) => holds).map(([code]) => code);
}

/** What a finding stands on: its block as it is, or else its own words. */
export function wordsOf(
  version: Version,
  blockId: string | null,
  excerpt: string,
): string {
  const block = version.doc.body.content.find(
    ({ attrs }) => attrs.id === blockId,
  );
  return block ? JSON.stringify(block) : excerpt;
}
