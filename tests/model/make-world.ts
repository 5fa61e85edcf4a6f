import { plusMonths } from "./calendar";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { deskOf, moveClock, passMidnight, type Desk } from "./desk";
import {
  hashOf,
  type Need,
  type Person,
  type Rules,
  type World,
} from "./facts";
import { isEditor } from "./standing";

const need = (expertise: string, count = 1, step = 1): Need => ({
  expertise,
  count,
  step,
});

/** The rules a desk begins with, from the words of the issue. */
function firstRules(): Map<string, Rules> {
  const rules = (interval: number, grace: number, ...needs: Need[]): Rules => ({
    ...{ interval, respond: 5, review: 14, signature: 60, grace },
    ...{ needs, asksOutsider: false },
  });
  const lab = "laboratory_scientist";
  const editor = "medical_editor";
  return new Map([
    [
      "clinician_page",
      rules(12, 30, need("clinician"), need(lab), need(editor, 1, 2)),
    ],
    ["gene_summary", rules(24, 90, need(lab), need(editor))],
    ["patient_explainer", rules(24, 30, need("clinician"), need(editor))],
    ["patient_qa", rules(6, 0, need("clinician", 2))],
  ]);
}

/** A database for some histories, its clock at a moment of the future. */
export async function makeWorld(
  startsAt: string,
): Promise<{ db: TestDatabase; world: World }> {
  const db = await createTestDatabase();
  return { db, world: await makeWorldIn(db, startsAt) };
}

/** The same in a database that is there already, at the time it has. */
export async function makeWorldIn(
  db: TestDatabase,
  startsAt: string | null = null,
): Promise<World> {
  const world: World = {
    zone: "Europe/London",
    holidays: new Set(),
    addresses: new Set(),
    rules: firstRules(),
    checksRules: "rules-1",
    ...{ company: new Map(), earlier: [], ahead: 0 },
  };
  if (startsAt !== null) {
    const seconds = Math.round((Date.parse(startsAt) - Date.now()) / 1000);
    await moveClock(deskOf(db, historyIn(world, [])), seconds);
  }
  const { rows } = await db.app.query<{ day: string }>(
    "SELECT day::text FROM desk.holiday",
  );
  world.holidays = new Set(rows.map(({ day }) => day));
  await db.checks.query("SELECT desk.declare_checks_rules('rules-1')");
  // Somebody stays admin, whoever else is switched off.
  await addPeople(db, "the operator", { root: [["admin"], []] });
  return world;
}

export const historyIn = (world: World, people: Person[]) => ({
  world,
  people,
  pages: [],
  absences: [],
  order: 0,
});

export type Cast = Record<string, [roles: string[], expertise: string[]]>;

const cast: Cast = {
  ann: [["author"], []],
  ben: [["author"], []],
  eva: [["editor"], []],
  tom: [["editor"], []],
  lea: [["clinical_lead", "reviewer"], ["clinician"]],
  cleo: [["reviewer"], ["clinician"]],
  carl: [["reviewer"], ["clinician", "genetic_counsellor"]],
  lars: [["reviewer"], ["laboratory_scientist"]],
  lucy: [["reviewer"], ["laboratory_scientist", "pharmacist"]],
  mary: [["reviewer"], ["medical_editor"]],
  moe: [["reviewer", "editor"], ["medical_editor"]],
  uma: [
    ["author", "reviewer"],
    ["clinician", "laboratory_scientist", "medical_editor"],
  ],
  adam: [["admin"], []],
};

/**
 * A history's people, signed in for sixty years; most have declared interests.
 * Whoever came through an earlier history as they went into it plays again.
 */
export async function makeHistory(
  db: TestDatabase,
  world: World,
  mark: string,
  declares: () => boolean,
): Promise<Desk> {
  const parts = Object.entries(cast);
  const missing = parts.filter(([part]) => !world.company.has(part));
  for (const person of await addPeople(db, mark, Object.fromEntries(missing)))
    world.company.set(person.part, person);
  const people = parts.flatMap(([part]) => world.company.get(part) ?? []);
  const desk = deskOf(db, historyIn(world, people));
  await passMidnight(desk);
  const today = desk.today();
  const declaring = people.filter(
    ({ declaredUntil }) =>
      (declaredUntil === null || declaredUntil < today) && declares(),
  );
  if (declaring.length > 0)
    await db.app.query(
      "SELECT desk.declare_interests(s, true, '') FROM unnest($1::text[]) s",
      [declaring.map(({ session }) => session)],
    );
  for (const person of declaring) person.declaredUntil = plusMonths(today, 12);
  return desk;
}

/** The authors work in the north; half of the reviewers do not. */
const affiliationOf = (first: string): string =>
  ({ cleo: "South", lucy: "South", moe: "South", tom: "" })[first] ?? "North";

/**
 * A name that nobody shares a word of, as people mostly have; in one history of
 * ten all are of one family, so that the desk has to look closer.
 */
function familyName(first: string, mark: string): string {
  return mark.endsWith("7")
    ? mark
    : `${first}of${mark.replaceAll(/[^a-z0-9]/g, "x")}`;
}

export async function addPeople(
  db: TestDatabase,
  mark: string,
  wanted: Cast,
): Promise<Person[]> {
  const people: Person[] = [];
  for (const [first, [roles, expertise]] of Object.entries(wanted)) {
    const name = `${first} ${familyName(first, mark)}`;
    const { rows } = await db.auth.query<{ id: string }>(
      "SELECT desk.operator_add_person($1, $2, '', 'MD', $5, NULL, $3, $4) AS id",
      [
        ...[`${name.replaceAll(" ", ".")}@example.org`, name],
        ...[roles, expertise, affiliationOf(first)],
      ],
    );
    people.push({
      id: rows[0]?.id ?? "",
      part: first,
      name,
      session: hashOf(`session of ${name}`),
      roles: new Set(roles),
      expertise: new Set(expertise),
      affiliation: affiliationOf(first),
      isActive: true,
      declaredUntil: null,
    });
  }
  await db.auth.query(
    `INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at)
     SELECT s, u::uuid, desk.clock() + interval '60 years', desk.clock() + interval '60 years'
       FROM unnest($1::text[], $2::text[]) t(s, u)`,
    [people.map((p) => p.session), people.map((p) => p.id)],
  );
  return people;
}

/**
 * Whom a history changed leaves the stage, so that the next one does not write
 * to them; the others stay on it.
 */
export async function endHistory({ db, history }: Desk): Promise<void> {
  const { people, pages, world } = history;
  world.earlier.push(...pages);
  const away = history.absences.filter(({ isEnded }) => !isEnded);
  const leaving = people.filter(
    (person) =>
      !isAsCast(person) || away.some((absence) => absence.person === person),
  );
  for (const person of leaving) {
    person.isActive = false;
    world.company.delete(person.part);
  }
  if (leaving.length > 0)
    await db.owner.query(
      "UPDATE desk.person SET is_active = false WHERE id = ANY($1)",
      [leaving.map(({ id }) => id)],
    );
}

function isAsCast({ part, isActive, ...person }: Person): boolean {
  const [roles = [], expertise = []] = cast[part] ?? [];
  const isSame = (has: Set<string>, had: string[]) =>
    has.size === had.length && had.every((each) => has.has(each));
  return (
    isActive &&
    isSame(person.roles, roles) &&
    isSame(person.expertise, expertise)
  );
}

export const editorsOf = (desk: Desk): Person[] =>
  desk.history.people.filter((p) => p.isActive && isEditor(p));
