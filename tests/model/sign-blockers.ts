import { countedApprovals, shortOf } from "./approvals";
import type { Desk } from "./desk";
import type { Assignment, Version } from "./facts";
import { openToKey } from "./keying";
import { holds, interestsOf, isOwnWork, lineOf } from "./standing";

/** Every reason why this assignment may not approve these words now. */
export function signBlockersOf(
  desk: Desk,
  version: Version,
  assignment: Assignment,
  sha: string,
): string[] {
  const { reviewer, expertise, state } = assignment;
  const { round, page } = version;
  const { world } = desk.history;
  const interests = interestsOf(reviewer, page, desk.today());
  const step = round.needs.find((n) => n.expertise === expertise)?.step ?? 0;
  const short = shortOf(version, countedApprovals(world, version, desk.now()));
  const isStale =
    sha !== version.sha ||
    lineOf(version).some((v) => v.number > version.number);
  const holding: [string, boolean][] = [
    ["stale_version", isStale],
    ["round_closed", round.closed !== null],
    ["not_accepted", !["accepted", "done"].includes(state)],
    ["person_inactive", !reviewer.isActive],
    ["lacks_expertise", reviewer.isActive && !holds(reviewer, expertise)],
    ["own_work", isOwnWork(version, reviewer)],
    ["interests_missing", interests === "missing"],
    ["interests_exclude", interests === "excluded"],
    [
      "step_not_reached",
      round.needs.some((n) => n.step < step && short.includes(n.expertise)),
    ],
    ["key_again", openToKey(version, assignment).length > 0],
    ["same_reviewer_again", isThirdInARow(version, reviewer, expertise)],
  ];
  return holding.filter(([, holds]) => holds).map(([code]) => code);
}

/**
 * The live text again, after two full reviews in a row that left it as it was
 * and that this person approved in this expertise.
 */
export function isThirdInARow(
  version: Version,
  reviewer: Assignment["reviewer"],
  expertise: string,
): boolean {
  const { page, round } = version;
  const live = page.publications.find(({ ended }) => ended === null);
  if (
    round.kind !== "full_review" ||
    !live ||
    live.version === version ||
    live.version.sha !== version.sha
  )
    return false;
  const lastTwo = page.publications
    .filter((p) => p.version.round.kind === "full_review" && !p.reinstates)
    .slice(-2);
  return (
    lastTwo.length === 2 &&
    lastTwo.every(
      (p) =>
        p.replaces?.version.sha === p.version.sha &&
        p.approvals.some(
          (d) => d.person === reviewer && d.expertise === expertise,
        ),
    )
  );
}
