import type pg from "pg";

/**
 * What the reminder schedule asks for, worked out from the plain facts of a day
 * by other means than the engine: every page anew, every day, with no clock of
 * its own and no index. A day is a count of days here.
 */
export type Facts = {
  today: number;
  holidays: ReadonlySet<number>;
  pages: PageFacts[];
  /** Who can sign in. */
  active: ReadonlySet<string>;
  editors: string[];
  clinicalLeads: string[];
  absences: { personId: string; from: number; until: number }[];
};

type PageFacts = {
  id: string;
  due: number;
  steps: Step[];
  ownerId: string | null;
  leadId: string | null;
  reviewerIds: string[];
  /** The last day of secrecy is the one before; null for none. */
  secretUntil: number | null;
  knownTo: string[];
};

type Step = {
  step: string;
  afterDays: number;
  repeatsEvery?: number;
  to: string[];
};

/** One reminder, as a line: page, due day, step, person. */
export type Reminder = string;

/** Everybody's latest step of every page that has come by this day, also those told long ago. */
export function remindersOf(facts: Facts): Reminder[] {
  return facts.pages.flatMap((page) => {
    const latest = new Map<string, { on: number; name: string }>();
    for (const step of page.steps) {
      const { on, name } = lastCome(step, page.due, facts);
      if (on > facts.today) continue;
      for (const person of whoIsTold(step, page, on, facts)) {
        const best = latest.get(person);
        const isLater =
          !best || on > best.on || (on === best.on && name < best.name);
        if (isLater) latest.set(person, { on, name });
      }
    }
    return [...latest].map(([person, { name }]) =>
      [page.id, dayText(page.due), name, person].join(" "),
    );
  });
}

function lastCome(
  { step, afterDays, repeatsEvery }: Step,
  due: number,
  { today, holidays }: Facts,
): { on: number; name: string } {
  let on = due + afterDays;
  if (repeatsEvery === undefined) {
    // Up to the due day a reminder comes on the last working day before.
    while (afterDays <= 0 && isFree(on, holidays)) on -= 1;
    return { on, name: step };
  }
  let count = 1;
  for (; on + repeatsEvery <= today; on += repeatsEvery) count += 1;
  return { on, name: `${step}:${String(count)}` };
}

/** 1 January 1970 was a Thursday. */
function isFree(day: number, holidays: ReadonlySet<number>): boolean {
  const weekday = (day + 3) % 7;
  return weekday > 4 || holidays.has(day);
}

function whoIsTold(
  { to }: Step,
  page: PageFacts,
  on: number,
  facts: Facts,
): Set<string> {
  const told = new Set<string>();
  const add = (people: readonly (string | null)[]) => {
    for (const person of people)
      if (person !== null && facts.active.has(person)) told.add(person);
  };
  if (to.includes("owner")) {
    add([page.ownerId]);
    const isAway = facts.absences.some(
      ({ personId, from, until }) =>
        personId === page.ownerId && from <= on && on <= until,
    );
    if (told.size === 0 || isAway) add(facts.editors);
  }
  if (to.includes("last_reviewers")) add(page.reviewerIds);
  if (to.includes("editors")) add(facts.editors);
  if (to.includes("collection_lead")) add([page.leadId]);
  if (to.includes("clinical_lead")) add(facts.clinicalLeads);
  const isSecret = page.secretUntil !== null && page.secretUntil > facts.today;
  if (isSecret)
    for (const person of told)
      if (!page.knownTo.includes(person)) told.delete(person);
  return told;
}

/** The facts of this moment, from the tables alone. */
export async function readFacts(owner: pg.Pool): Promise<Facts> {
  const { rows } = await owner.query<{
    facts: Omit<Facts, "holidays" | "active"> & {
      holidays: number[];
      active: string[];
    };
  }>(factsSql);
  const facts = rows[0]?.facts;
  if (!facts) throw new Error("there are no facts");
  return {
    ...facts,
    holidays: new Set(facts.holidays),
    active: new Set(facts.active),
  };
}

const number = (day: string) => `(${day} - DATE '1970-01-01')`;

const factsSql = `
  SELECT jsonb_build_object(
    'today', ${number("desk.today()")},
    'holidays', (SELECT coalesce(jsonb_agg(${number("day")}), '[]') FROM desk.holiday),
    'active', (SELECT jsonb_agg(id) FROM desk.person WHERE is_active),
    'editors', (SELECT jsonb_agg(person_id) FROM desk.person_role WHERE role = 'editor'),
    'clinicalLeads', (SELECT jsonb_agg(person_id) FROM desk.person_role WHERE role = 'clinical_lead'),
    'absences', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'from', ${number("from_day")}, 'until', ${number("until_day")})), '[]')
                   FROM desk.absence WHERE ended_at IS NULL),
    'pages', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', pg.id, 'ownerId', pg.owner_id, 'steps', r.reminder_schedule,
        'due', ${number("least(p.next_review_due, (SELECT min(due_on) FROM desk.due_brought_forward b WHERE b.publication_id = p.id))")},
        'leadId', (SELECT lead_id FROM desk.collection c WHERE c.id = pg.collection_id),
        'reviewerIds', (SELECT jsonb_agg(d.person_id) FROM desk.publication_approval a JOIN desk.decision d ON d.id = a.decision_id WHERE a.publication_id = p.id),
        'secretUntil', ${number("pg.confidential_until")},
        'knownTo', (SELECT coalesce(jsonb_agg(k.id), '[]') FROM (
            SELECT pg.owner_id AS id UNION SELECT person_id FROM desk.page_author WHERE page_id = pg.id
            UNION SELECT person_id FROM desk.confidential_reader WHERE page_id = pg.id
            UNION SELECT s.reviewer_id FROM desk.assignment s JOIN desk.review_round o ON o.id = s.round_id
                   WHERE o.page_id = pg.id AND s.state IN ('invited', 'accepted', 'lapsed', 'done')) k))), '[]')
       FROM desk.publication p JOIN desk.page pg ON pg.id = p.page_id JOIN desk.review_round rr ON rr.id = p.round_id
       JOIN desk.review_rules r ON r.id = rr.rules_id WHERE p.ended_at IS NULL AND p.round_kind = 'full_review')) AS facts`;

function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
