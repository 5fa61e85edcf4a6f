import type { TestDatabase } from "../support/database";
import type { Page, Person } from "../model/facts";
import {
  addPeople,
  historyIn,
  makeWorldIn,
  type Cast,
} from "../model/make-world";
import { deskOf } from "../model/desk";
import { playerOf } from "./scene";

/** A handful of live pages and the people who will race for them. */
export type Track = {
  pages: string[];
  editors: Person[];
  labs: Person[];
  redactors: Person[];
  /** Who has been switched off on the way. */
  off: Set<Person>;
  admin: Person;
  author: Person;
  /** The day it is, for "evidence checked to". */
  today: string;
};

const lab = "laboratory_scientist";
const redactor = "medical_editor";
const people = (prefix: string, count: number, roles: string[], as: string[]) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${prefix}${n}`, [roles, as]]),
  ) satisfies Cast;

/** Few enough that racers meet at every one of them. */
const pageCount = 12;

/** Lays out the track: pages, published once by the ordinary way. */
export async function layTrack(db: TestDatabase): Promise<Track> {
  const world = await makeWorldIn(db);
  const all = await addPeople(db, "race", {
    ann: [["author"], []],
    eva: [["editor"], []],
    tom: [["editor"], []],
    uwe: [["editor"], []],
    adam: [["admin"], []],
    lars: [["reviewer"], [lab]],
    lucy: [["reviewer"], [lab]],
    mary: [["reviewer"], [redactor]],
    moe: [["reviewer"], [redactor]],
    ...people("lab", 20, ["reviewer"], [lab]),
    ...people("red", 20, ["reviewer"], [redactor]),
  });
  const desk = deskOf(db, historyIn(world, all));
  await db.app.query(
    "SELECT desk.declare_interests(s, true, '') FROM unnest($1::text[]) s",
    [all.map(({ session }) => session)],
  );
  for (const person of all) person.declaredUntil = "2099-01-01";
  const play = playerOf(desk);
  const pages: Page[] = [];
  for (let n = 0; n < pageCount; n += 1) {
    const page = await play.newPage(`track-${n}`);
    await play.approveAll(await play.submit(page));
    await play.publishNewest(page);
    pages.push(page);
  }
  await db.app.query(
    "SELECT desk.answer_interests(s, p, 'none', '') FROM unnest($1::text[]) s, unnest($2::uuid[]) p",
    [all.map((p) => p.session), pages.map((p) => p.id)],
  );
  const asked = (as: string) => all.filter((p) => p.expertise.has(as));
  return {
    pages: pages.map((p) => p.id),
    editors: ["eva", "tom", "uwe"].map(play.who),
    labs: asked(lab),
    redactors: asked(redactor),
    off: new Set(),
    admin: play.who("adam"),
    author: play.who("ann"),
    today: desk.today(),
  };
}
