import { effectiveDue } from "./approvals";
import { plusDays, plusMonths } from "./calendar";
import {
  pagesOf,
  type Answer,
  type Page,
  type Person,
  type Rules,
} from "./facts";
import type { Desk } from "./desk";
import { handedTo, heirOf, nextAlternate, thenAsked } from "./request-steps";
import { mayAct } from "./knowing";
import { isEditor, liveOf } from "./standing";
import { act, type Step } from "./step";

export function declareInterests(desk: Desk, who: Person): Step {
  return {
    says: `${who.name} declares interests`,
    isAllowed: who.isActive,
    call: () => act(desk.db.app, "declare_interests", who.session, true, ""),
    follow: () => {
      who.declaredUntil = plusMonths(desk.today(), 12);
    },
  };
}

export function answerInterests(
  desk: Desk,
  who: Person,
  page: Page,
  level: Answer["level"],
): Step {
  return {
    says: `${who.name} answers "${level}" for ${page.slug}`,
    isAllowed:
      who.isActive &&
      !(
        level === "none" &&
        page.answers.findLast(
          ({ person, ruling }) => person === who && ruling !== null,
        )?.ruling === false
      ),
    call: () =>
      act(
        desk.db.app,
        "answer_interests",
        who.session,
        page.id,
        level,
        "A maker pays my hospital.",
      ),
    follow: (id) => {
      page.answers.push({ id: String(id), person: who, level, ruling: null });
    },
  };
}

export function ruleOnInterests(
  desk: Desk,
  who: Person,
  page: Page,
  answer: Answer,
  isAccepted: boolean,
): Step {
  return {
    says: `${who.name} rules ${isAccepted} on the ${answer.level} interest of ${answer.person.name} in ${page.slug}`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      answer.person !== who &&
      answer.level === "institutional" &&
      answer.ruling === null,
    call: () =>
      act(
        desk.db.app,
        "rule_on_interests",
        who.session,
        answer.id,
        isAccepted,
        "It has no say in this page.",
      ),
    follow: () => {
      answer.ruling = isAccepted;
    },
  };
}

export function setRoles(
  desk: Desk,
  who: Person,
  whom: Person,
  roles: string[],
  expertise: string[],
): Step {
  return {
    says: `${who.name} makes ${whom.name} ${roles.join("+")} (${expertise.join("+")})`,
    isAllowed: who.isActive && who.roles.has("admin"),
    call: () =>
      act(desk.db.app, "set_roles", who.session, whom.id, roles, expertise),
    follow: () => {
      whom.roles = new Set(roles);
      whom.expertise = new Set(expertise);
    },
  };
}

export function deactivate(
  desk: Desk,
  who: Person,
  whom: Person,
  heir: Person | null,
  deputies = new Map<string, Person>(),
): Step {
  const going = requestsLeftBy(desk, whom, deputies);
  return {
    says: `${who.name} switches ${whom.name} off, heir ${heir?.name ?? "none"}, deputies ${[...deputies].map(([e, d]) => `${e} ${d.name}`).join(", ")}`,
    isAllowed:
      who.isActive &&
      who.roles.has("admin") &&
      (heir === null || (heir !== whom && heir.isActive)),
    call: async () => {
      await act(
        desk.db.app,
        "deactivate_person",
        who.session,
        whom.id,
        heir?.id ?? null,
        Object.fromEntries([...deputies].map(([e, { id }]) => [e, id])),
      );
      const ids: string[] = [];
      for (const { version, next } of going)
        ids.push(await thenAsked(desk, version, next, () => Promise.resolve()));
      return ids;
    },
    follow: (ids) => {
      whom.isActive = false;
      for (const page of pagesOf(desk.history)) {
        if (heir && page.owner === whom) page.owner = heir;
        // A signature is nobody else's to give: an editor schedules again.
        for (const s of page.schedules) if (s.by === whom) s.isOpen = false;
        for (const { round } of page.versions)
          for (const a of round.assignments)
            if (
              a.reviewer === whom &&
              ["invited", "accepted"].includes(a.state)
            )
              a.state = "dismissed";
      }
      const asked = Array.isArray(ids) ? ids.map(String) : [];
      going.forEach(({ next }, n) => next?.follow(asked[n] ?? ""));
    },
  };
}

/** What somebody who leaves is asked for, and to whom each goes. */
function requestsLeftBy(
  desk: Desk,
  whom: Person,
  deputies: Map<string, Person>,
) {
  const { isActive } = whom;
  whom.isActive = false;
  const going = pagesOf(desk.history)
    .flatMap((page) => page.versions)
    .filter(({ round }) => round.closed === null)
    .flatMap((version) =>
      version.round.assignments
        .filter(
          (a) =>
            a.reviewer === whom && ["invited", "accepted"].includes(a.state),
        )
        .map((a) => {
          const named = deputies.get(a.expertise) ?? null;
          const heir = heirOf(desk, version, a, named);
          if (heir) return { version, next: handedTo(desk, version, a, heir) };
          const mayAsk = a.answers === null;
          return {
            version,
            next: mayAsk ? nextAlternate(desk, version, a) : null,
          };
        }),
    );
  whom.isActive = isActive;
  return going;
}

export function setReviewRules(
  desk: Desk,
  who: Person,
  kind: string,
  rules: Rules,
): Step {
  return {
    says: `${who.name} sets rules of ${kind}: ${JSON.stringify(rules)}`,
    isAllowed: who.isActive && who.roles.has("clinical_lead"),
    call: () =>
      act(
        desk.db.app,
        "set_review_rules",
        who.session,
        kind,
        rules.interval,
        60,
        rules.respond,
        rules.review,
        rules.signature,
        rules.grace,
        null,
        JSON.stringify(rules.needs),
        JSON.stringify({ asksOutsider: rules.asksOutsider }),
      ),
    follow: () => {
      const before = desk.history.world.rules.get(kind);
      if (before && rules.interval < before.interval)
        shortenLivePages(desk, kind, rules.interval);
      desk.history.world.rules.set(kind, rules);
    },
  };
}

/** Nobody is given fewer than 60 days; those crowded on that day spread over 90 more. */
function shortenLivePages(desk: Desk, kind: string, interval: number): void {
  const soonest = plusDays(desk.today(), 60);
  const moving = pagesOf(desk.history)
    .filter((page) => page.kind === kind)
    .flatMap((page) => {
      const live = liveOf(page);
      if (!live) return [];
      const byRules = plusMonths(live.lastReviewedOn, interval);
      const isLate = byRules < soonest;
      const due = isLate ? soonest : byRules;
      return effectiveDue(live) > due ? [{ page, live, byRules, isLate }] : [];
    })
    .sort(
      (a, b) =>
        a.byRules.localeCompare(b.byRules) || (a.page.id < b.page.id ? -1 : 1),
    );
  const crowded = moving.filter(({ isLate }) => isLate);
  for (const each of moving) {
    const place = crowded.indexOf(each);
    const later = Math.floor((place * 90) / crowded.length);
    const due = each.isLate ? plusDays(soonest, later) : each.byRules;
    if (due < effectiveDue(each.live)) each.live.broughtForward.push(due);
  }
}
