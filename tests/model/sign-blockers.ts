import { countedApprovals, shortOf } from "./approvals";
import type { Desk } from "./desk";
import type { Assignment, Version } from "./facts";
import { holds, interestsOf, isOwnWork, lineOf } from "./standing";

/** Every reason why this assignment may not approve these words now. */
export function signBlockersOf(
  desk: Desk,
  version: Version,
  { reviewer, expertise, state }: Assignment,
  sha: string,
): string[] {
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
  ];
  return holding.filter(([, holds]) => holds).map(([code]) => code);
}
