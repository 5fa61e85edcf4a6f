import { absenceOf } from "./absences";
import { endAbsence, handOverAbsent, recordAbsence } from "./absence-steps";
import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import type { Page, Person } from "./facts";
import { deactivate } from "./people-steps";
import type { Random } from "./random";
import { assign } from "./review-steps";
import { isEditor } from "./standing";
import type { Step } from "./step";

/** What befalls a desk whose people go away, come back and leave. */
export function whileAway(desk: Desk, page: Page, random: Random): Step | null {
  const { people, absences } = desk.history;
  const here = people.filter(({ isActive }) => isActive);
  const asked = page.versions.flatMap((version) =>
    version.round.assignments.map((assignment) => ({ version, assignment })),
  );
  const waiting = asked.filter(
    ({ version, assignment }) =>
      version.round.closed === null &&
      ["invited", "accepted"].includes(assignment.state),
  );
  const late = waiting.filter(({ assignment }) =>
    absenceOf(desk, assignment.reviewer),
  );
  const away = here.filter((person) => absenceOf(desk, person));
  const editors = here.filter((p) => isEditor(p) || p.roles.has("admin"));
  const handOver = () => {
    const one = random.pickOrNull(
      late.length > 0 && random.happens(0.8) ? late : asked,
    );
    return one && handOverAbsent(desk, one.version, one.assignment);
  };
  const goAway = () => {
    const experts = here.filter(({ expertise }) => expertise.size > 0);
    const held = waiting.map(({ assignment }) => assignment.reviewer);
    const person = random.pickOrNull(
      held.length > 0 && random.happens(0.5) ? held : experts,
    );
    if (!person) return null;
    const days = random.pick([-1, 0, 0, 0, 1, 6]);
    const from = plusDays(desk.today(), days);
    const until = plusDays(from, random.pick([-1, 0, 1, 12, 40, 730, 731]));
    const who = random.happens(0.6) ? person : random.pick(people);
    const deputies = deputiesFor(desk, person, random);
    return recordAbsence(desk, who, person, from, until, deputies);
  };
  const comeBack = () => {
    const absence = random.pickOrNull(absences);
    if (!absence) return null;
    const who = random.pickOrNull([absence.person, ...editors]);
    return endAbsence(
      ...([
        desk,
        who && random.happens(0.8) ? who : random.pick(people),
      ] as const),
      absence,
    );
  };
  const ask = () => {
    const version = page.versions.at(-1);
    const meant = random.pickOrNull(away);
    const needs = version?.round.needs ?? [];
    const fitting = needs.filter((n) => meant?.expertise.has(n.expertise));
    const need = random.pickOrNull(fitting);
    const who = random.pickOrNull(editors);
    if (!version || !meant || !need || !who) return null;
    return assign(desk, who, version, need.expertise, meant, null);
  };
  const leave = () => {
    const admin = here.find((p) => p.roles.has("admin"));
    const whom = random.pickOrNull(
      waiting.length > 0
        ? waiting.map(({ assignment }) => assignment.reviewer)
        : here,
    );
    if (!admin || !whom) return null;
    const heir = random.happens(0.5) ? random.pick(people) : null;
    const deputies = deputiesFor(desk, whom, random);
    return deactivate(desk, admin, whom, heir, deputies);
  };
  const choices = [goAway, goAway, goAway, ask, ask, comeBack];
  if (late.length > 0) choices.push(handOver, handOver, handOver);
  return random.pick([
    ...choices,
    handOver,
    ...(random.happens(0.3) ? [leave] : []),
  ])();
}

/** For most of what somebody is asked for, mostly another who holds it. */
function deputiesFor(
  desk: Desk,
  person: Person,
  random: Random,
): Map<string, Person> {
  const { people } = desk.history;
  const deputies = new Map<string, Person>();
  for (const expertise of person.expertise) {
    if (random.happens(0.15)) continue;
    const others = people.filter(
      (p) => p !== person && p.isActive && p.expertise.has(expertise),
    );
    const deputy = random.happens(0.92)
      ? random.pickOrNull(others)
      : random.pick(people);
    if (deputy) deputies.set(expertise, deputy);
  }
  return deputies;
}
