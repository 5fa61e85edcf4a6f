import { absenceOf, reachedFor } from "./absences";
import { plusDays, plusMonths } from "./calendar";
import type { Desk } from "./desk";
import type { Assignment, Comment, Decision, Person, Version } from "./facts";
import { mayAct, mayKnowOf } from "./knowing";
import { nextAlternate, thenAsked } from "./request-steps";
import { yesToAll } from "../support/short-form";
import { isThirdInARow, signBlockersOf } from "./sign-blockers";
import {
  holds,
  interestsOf,
  isEditor,
  isOwnWork,
  lineOf,
  newestDecisions,
} from "./standing";
import { act, grantFor, type GrantFault, type Step } from "./step";

const isAsked = ({ state }: Assignment) =>
  ["invited", "accepted", "done"].includes(state);

/** May this person be asked for this expertise of an open round? */
export function mayBeAsked(
  desk: Desk,
  version: Version,
  expertise: string,
  reviewer: Person,
): boolean {
  const { round, page } = version;
  const answer = page.answers.filter((a) => a.person === reviewer).at(-1);
  const isOut =
    interestsOf(reviewer, page, desk.today()) === "excluded" &&
    answer !== undefined;
  return (
    round.closed === null &&
    round.needs.some((n) => n.expertise === expertise) &&
    holds(reviewer, expertise) &&
    !isOwnWork(version, reviewer) &&
    !round.assignments.some((a) => a.reviewer === reviewer && isAsked(a)) &&
    !isOut &&
    !isThirdInARow(version, reviewer, expertise)
  );
}

/** May they be asked, or whoever stands in for them while they are away? */
export const mayBeReached = (
  desk: Desk,
  version: Version,
  expertise: string,
  reviewer: Person,
): boolean =>
  mayBeAsked(desk, version, expertise, reviewer) &&
  reachedFor(desk, version, expertise, reviewer) !== null;

/** Asks, and where a deputy is asked instead looks that it is the right one. */
export async function thenReached(
  desk: Desk,
  meant: Person,
  reached: Person | null,
  ask: () => Promise<unknown>,
): Promise<unknown> {
  const id = await ask();
  if (absenceOf(desk, meant) === null) return id;
  const { rows } = await desk.db.app.query<{ reviewer: string }>(
    "SELECT reviewer_id AS reviewer FROM desk.assignment WHERE id = $1",
    [id],
  );
  if (rows[0]?.reviewer !== reached?.id)
    throw new Error(`the desk asks ${rows[0]?.reviewer}, not ${reached?.name}`);
  return id;
}

/** A request as it stands in the model once the desk has sent it. */
export function newAssignment(
  desk: Desk,
  { round }: Version,
  {
    id,
    expertise,
    reviewer,
    answers,
  }: Pick<Assignment, "id" | "expertise" | "reviewer" | "answers">,
): Assignment {
  const respondBy = plusDays(desk.today(), round.rules.respond);
  const reviewBy = plusDays(desk.today(), round.rules.review);
  return {
    ...{ id, expertise, reviewer, answers, state: "invited" },
    keyed: new Map(),
    respondBy,
    reviewBy: reviewBy > respondBy ? reviewBy : respondBy,
  };
}

export function assign(
  desk: Desk,
  who: Person,
  version: Version,
  expertise: string,
  reviewer: Person,
  answers: Decision | null,
): Step {
  const { round } = version;
  const reached = reachedFor(desk, version, expertise, reviewer);
  return {
    says: `${who.name} asks ${reviewer.name} as ${expertise} for version ${version.number}${answers ? " to adjudicate" : ""}`,
    isAllowed:
      mayAct(desk, who, version.page) &&
      isEditor(who) &&
      mayBeReached(desk, version, expertise, reviewer) &&
      (answers === null ||
        (answers.version === version &&
          answers.verdict === "request_changes" &&
          answers.expertise === expertise &&
          answers.person !== reviewer)),
    call: () =>
      thenReached(desk, reviewer, reached, () =>
        act(
          ...([desk.db.app, "assign", who.session, round.id] as const),
          ...[expertise, reviewer.id, null, null, answers?.id ?? null],
        ),
      ),
    follow: (id) => {
      const asked = {
        ...{ id: String(id), expertise, answers },
        reviewer: reached ?? reviewer,
      };
      round.assignments.push(newAssignment(desk, version, asked));
    },
  };
}

/** Seats of an expertise that somebody has; an adjudicator sits beside them. */
export const seatsHeld = ({ round }: Version, expertise: string): number =>
  round.assignments.filter(
    (a) => a.expertise === expertise && a.answers === null && isAsked(a),
  ).length;

/** Accept, decline, or (as an editor) dismiss. */
export function respond(
  desk: Desk,
  who: Person,
  version: Version,
  assignment: Assignment,
  response: "accept" | "decline" | "dismiss",
): Step {
  const isOwn = assignment.reviewer === who;
  const { expertise, state } = assignment;
  const isOpen = ["invited", "accepted", "lapsed"].includes(state);
  const seats =
    version.round.needs.find((n) => n.expertise === expertise)?.count ?? 0;
  // A late yes is welcome while the seat is free.
  const mayStill =
    state === "invited" ||
    (state === "lapsed" && seatsHeld(version, expertise) < seats);
  const next =
    response === "decline" && assignment.answers === null
      ? nextAlternate(desk, version, assignment)
      : null;
  const allowed = {
    accept: isOwn && version.round.closed === null && mayStill,
    decline: isOwn && isOpen,
    dismiss: mayKnowOf(desk, who, version.page) && isEditor(who) && isOpen,
  }[response];
  return {
    says: `${who.name}: ${response} the ${assignment.expertise} assignment of ${assignment.reviewer.name}`,
    isAllowed: who.isActive && allowed,
    call: () =>
      response === "decline"
        ? thenAsked(desk, version, next, () =>
            act(
              ...([desk.db.app, "decline_assignment", who.session] as const),
              ...[assignment.id, ""],
            ),
          )
        : act(
            desk.db.app,
            `${response}_assignment`,
            who.session,
            assignment.id,
          ),
    follow: (nextId) => {
      assignment.state = (
        {
          accept: "accepted",
          decline: "declined",
          dismiss: "dismissed",
        } as const
      )[response];
      if (next) next.follow(String(nextId));
    },
  };
}

export type Signing = {
  verdict: Decision["verdict"];
  evidence: string | null;
  due: string | null;
  grant: GrantFault;
  seesOtherWords: boolean;
};

export function sign(
  desk: Desk,
  who: Person,
  version: Version,
  assignment: Assignment,
  { verdict, evidence, due, grant, seesOtherWords }: Signing,
): Step {
  const today = desk.today();
  const other = version.page.versions.find((v) => v.sha !== version.sha);
  const sha = seesOtherWords ? (other?.sha ?? "0".repeat(64)) : version.sha;
  const codes = signBlockersOf(desk, version, assignment, sha);
  const binding =
    verdict === "approve"
      ? codes
      : codes.filter(
          (c) =>
            c !== "step_not_reached" &&
            c !== "interests_missing" &&
            c !== "key_again" &&
            c !== "same_reviewer_again",
        );
  const latest = plusMonths(today, version.round.rules.interval);
  const hasDays =
    (verdict === "request_changes" || evidence !== null) &&
    (evidence === null ||
      (evidence <= today && evidence >= plusDays(today, -365))) &&
    (due === null || (due > today && due <= latest));
  return {
    says: `${who.name} signs ${verdict} on version ${version.number} as ${assignment.expertise}, evidence ${evidence}, due ${due}, grant ${grant}${seesOtherWords ? ", other hash" : ""}`,
    isAllowed:
      who.isActive &&
      assignment.reviewer === who &&
      binding.length === 0 &&
      hasDays &&
      grant === "none",
    shown: {
      query: "SELECT code FROM desk.sign_blockers($1, $2)",
      values: [assignment.id, sha],
      codes,
    },
    call: async () =>
      act(
        desk.db.app,
        "sign_decision",
        who.session,
        await grantFor(desk.db, desk.history, who, "sign_decision", sha, grant),
        assignment.id,
        sha,
        verdict,
        "I read it all.",
        "Change the second paragraph.",
        evidence,
        due,
        yesToAll(version.page.kind),
      ),
    follow: (id) => {
      assignment.state = "done";
      const at = desk.now();
      version.decisions.push({
        id: String(id),
        person: who,
        version,
        expertise: assignment.expertise,
        verdict,
        signedAt: at,
        freshFrom: at,
        evidence,
        due,
        answers: assignment.answers,
        revoked: null,
      });
    },
  };
}

export function reaffirm(
  desk: Desk,
  who: Person,
  decision: Decision,
  grant: GrantFault,
): Step {
  const { version } = decision;
  return {
    says: `${who.name} reaffirms version ${version.number}, grant ${grant}`,
    isAllowed:
      who.isActive &&
      decision.person === who &&
      decision.verdict === "approve" &&
      newestDecisions(version).includes(decision) &&
      decision.revoked === null &&
      version.round.closed === null &&
      grant === "none",
    call: async () =>
      act(
        desk.db.app,
        "reaffirm",
        who.session,
        await grantFor(
          desk.db,
          desk.history,
          who,
          "reaffirm",
          version.sha,
          grant,
        ),
        decision.id,
        version.sha,
      ),
    follow: () => {
      decision.freshFrom = desk.now();
    },
  };
}

export function revoke(
  desk: Desk,
  who: Person,
  decision: Decision,
  kind: string,
  grant: GrantFault,
): Step {
  return {
    says: `${who.name} takes an approval of version ${decision.version.number} back: ${kind}, grant ${grant}`,
    isAllowed:
      who.isActive &&
      decision.person === who &&
      decision.verdict === "approve" &&
      decision.revoked === null &&
      grant === "none",
    call: async () =>
      act(
        desk.db.app,
        "revoke_approval",
        who.session,
        await grantFor(
          desk.db,
          desk.history,
          who,
          "revoke_approval",
          decision.version.sha,
          grant,
        ),
        decision.id,
        kind,
        "New evidence.",
      ),
    follow: () => {
      decision.revoked = { kind, on: desk.today() };
    },
  };
}

export function raiseMustFix(desk: Desk, who: Person, version: Version): Step {
  const asked = version.round.assignments.find(
    (a) => a.reviewer === who && isAsked(a),
  );
  return {
    says: `${who.name} raises a must-fix on version ${version.number}`,
    isAllowed:
      mayAct(desk, who, version.page) && (asked !== undefined || isEditor(who)),
    call: () =>
      act(
        desk.db.app,
        "raise_comment",
        who.session,
        version.id,
        "must_fix",
        "b1",
        "",
        "The dose lacks its unit.",
      ),
    follow: (id) => {
      version.page.comments.push({
        id: String(id),
        version,
        raisedBy: who,
        expertise: asked?.expertise ?? null,
        isClosed: false,
        editors: new Set(),
      });
    },
  };
}

export function closeMustFix(desk: Desk, who: Person, comment: Comment): Step {
  const { version, expertise } = comment;
  const newest = lineOf(version).at(-1) ?? version;
  const wrote = [version, newest].some((v) => isOwnWork(v, who));
  const isRaiser = comment.raisedBy === who;
  const isPeer =
    !wrote &&
    expertise !== null &&
    !["editor", "colleague"].includes(expertise) &&
    holds(who, expertise);
  const isSecond = !wrote && holds(who, "editor");
  return {
    says: `${who.name} closes the must-fix of ${comment.raisedBy.name} on version ${version.number}`,
    isAllowed:
      mayAct(desk, who, version.page) &&
      !comment.isClosed &&
      (isRaiser || isPeer || isSecond),
    call: () =>
      act(
        desk.db.app,
        "close_comment",
        who.session,
        comment.id,
        "It has its unit now.",
      ),
    follow: () => {
      comment.editors.add(who.id);
      comment.isClosed = isRaiser || isPeer || comment.editors.size >= 2;
    },
  };
}
