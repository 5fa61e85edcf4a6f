import { dayIn, earliest, plusDays, plusMonths } from "./calendar";
import type { Decision, Person, Publication, Version, World } from "./facts";
import { holds, interestsOf, isOwnWork, newestDecisions } from "./standing";

const dayMs = 86_400_000;

export const isFresh = (decision: Decision, now: number): boolean =>
  decision.freshFrom + decision.version.round.rules.signature * dayMs > now;

/** The approvals that count for a version; a reinstated one keeps aged ones. */
export function countedApprovals(
  world: World,
  version: Version,
  now: number,
  isReinstating = false,
): Decision[] {
  const today = dayIn(world.zone, now);
  return newestDecisions(version).filter(
    (d) =>
      d.verdict === "approve" &&
      d.revoked === null &&
      !isOwnWork(version, d.person) &&
      holds(d.person, d.expertise) &&
      ["none", "accepted"].includes(
        interestsOf(d.person, version.page, today),
      ) &&
      (isReinstating || isFresh(d, now)),
  );
}

/**
 * Does nobody count who works elsewhere than every author? Whoever's institution
 * nobody knows, approver or author, satisfies nothing.
 */
export function lacksOutsider(
  people: readonly Person[],
  { round, doc }: Version,
  counted: readonly Decision[],
): boolean {
  const asks = ["full_review", "update"].includes(round.kind);
  if (!asks || !round.rules.asksOutsider) return false;
  const authors = doc.credits.map(
    ({ personId }) =>
      people.find(({ id }) => id === personId)?.affiliation ?? "",
  );
  return (
    authors.includes("") ||
    !counted.some(
      ({ person }) =>
        person.affiliation !== "" && !authors.includes(person.affiliation),
    )
  );
}

/** Expertises of which a round asks for more than these approvals give. */
export function shortOf(
  version: Version,
  approvals: readonly Decision[],
): string[] {
  return version.round.needs
    .filter(
      ({ expertise, count }) =>
        approvals.filter((d) => d.expertise === expertise).length < count,
    )
    .map(({ expertise }) => expertise);
}

/**
 * Requests for changes that still stand: nobody else adjudicated them with an
 * approval that counts.
 */
export function standingRequests(
  version: Version,
  counted: readonly Decision[],
): Decision[] {
  return newestDecisions(version).filter(
    (d) =>
      d.verdict === "request_changes" &&
      !counted.some((a) => a.answers === d && a.person !== d.person),
  );
}

export const effectiveDue = (publication: Publication): string =>
  earliest(publication.due, ...publication.broughtForward) ?? publication.due;

export type Dates = {
  lastReviewedOn: string;
  evidence: string;
  due: string;
  grace: number;
};

/** The dates that a publication of this version would carry now. */
export function datesOf(
  world: World,
  version: Version,
  now: number,
  live: Publication | null,
  reinstates: Publication | null,
): Dates | null {
  const { kind, rules } = version.round;
  const carried = reinstates ?? (kind === "full_review" ? null : live);
  if (carried) {
    const due = effectiveDue(carried);
    const soon = plusDays(dayIn(world.zone, now), 30);
    const isCorrection = !reinstates && kind === "safety_correction";
    return {
      lastReviewedOn: carried.lastReviewedOn,
      evidence: carried.evidence,
      due: isCorrection && soon < due ? soon : due,
      grace: carried.grace,
    };
  }
  if (kind !== "full_review") return null;
  const counted = countedApprovals(world, version, now);
  const first = earliest(...counted.map((d) => dayIn(world.zone, d.signedAt)));
  const evidence = earliest(...counted.map((d) => d.evidence));
  if (first === null || evidence === null) return null;
  const due = earliest(
    plusMonths(first, rules.interval),
    ...counted.map((d) => d.due),
  );
  return {
    lastReviewedOn: first,
    evidence,
    due: due ?? first,
    grace: rules.grace,
  };
}

/** A publication and those whose approvals its text still rests on. */
export function restsOn(publication: Publication | null): Publication[] {
  if (!publication) return [];
  if (publication.version.round.kind === "full_review") return [publication];
  return [
    publication,
    ...restsOn(publication.reinstates ?? publication.replaces),
  ];
}

/** Approvals taken back under a publication, with whether the rules miss them. */
export function takenBack(
  publication: Publication,
): { decision: Decision; on: string; isUnsafe: boolean; isMissed: boolean }[] {
  const left = publication.approvals.filter((d) => d.revoked === null);
  const short = shortOf(publication.version, left);
  return publication.approvals.flatMap((decision) =>
    decision.revoked
      ? [
          {
            decision,
            on: decision.revoked.on,
            isUnsafe: decision.revoked.kind === "unsafe",
            isMissed: short.includes(decision.expertise),
          },
        ]
      : [],
  );
}
