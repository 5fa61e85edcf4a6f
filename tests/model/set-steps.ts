import type { Desk } from "./desk";
import type { Page, Person, Version } from "./facts";
import { mayAct, mayKnowOf } from "./knowing";
import { ownBlockersOf } from "./blockers";
import { hashOf } from "./facts";
import { blockersFor, carryOut, keepSchedules } from "./publication-steps";
import { leavesSetIncomplete, waitingOf } from "./sets";
import { isEditor, stopsPublisher } from "./standing";
import { act, grantFor, type GrantFault, type Step } from "./step";

const slugs = (pages: readonly Page[]) =>
  pages.map(({ slug }) => slug).join(", ");

const mayJoin = (desk: Desk, who: Person, page: Page) =>
  mayKnowOf(desk, who, page) && !page.isArchived && page.set === null;

export function makeSet(desk: Desk, who: Person, pages: Page[]): Step {
  return {
    says: `${who.name} makes a set of ${slugs(pages)}`,
    isAllowed:
      who.isActive &&
      isEditor(who) &&
      new Set(pages).size >= 2 &&
      pages.every((page) => mayJoin(desk, who, page)),
    call: () =>
      act(
        ...([desk.db.app, "make_page_set", who.session, "A set"] as const),
        pages.map(({ id }) => id),
      ),
    follow: (id) => {
      const set = { id: String(id), pages: [...new Set(pages)] };
      for (const page of pages) page.set = set;
    },
  };
}

export function addToSet(
  desk: Desk,
  who: Person,
  set: NonNullable<Page["set"]>,
  page: Page,
): Step {
  return {
    says: `${who.name} adds ${page.slug} to the set of ${slugs(set.pages)}`,
    isAllowed:
      who.isActive &&
      isEditor(who) &&
      (set.pages.length === 0 ||
        set.pages.some((each) => mayKnowOf(desk, who, each))) &&
      mayJoin(desk, who, page),
    call: () => act(desk.db.app, "add_to_set", who.session, set.id, page.id),
    follow: () => {
      set.pages.push(page);
      page.set = set;
    },
  };
}

export const leaveSet = (page: Page): void => {
  if (!page.set) return;
  page.set.pages.splice(page.set.pages.indexOf(page), 1);
  page.set = null;
};

/** Whoever took a page of the set down may not let go what fell with it. */
export function removeFromSet(desk: Desk, who: Person, page: Page): Step {
  const others = page.set?.pages ?? [];
  return {
    says: `${who.name} takes ${page.slug} out of its set`,
    isAllowed:
      mayAct(desk, who, page) &&
      isEditor(who) &&
      page.set !== null &&
      !others.some(
        ({ publications }) => publications.at(-1)?.withdrawn?.by === who.id,
      ),
    call: () =>
      act(
        ...([desk.db.app, "remove_from_set", who.session, page.id] as const),
        "It goes its own way.",
      ),
    follow: () => leaveSet(page),
  };
}

const inOrder = (set: NonNullable<Page["set"]>): Version[] =>
  set.pages
    .flatMap((page) => waitingOf(page) ?? [])
    .sort((a, b) => (a.page.id < b.page.id ? -1 : 1));

/** One signature for all of the set that is in review, at one later hour. */
export function scheduleSet(
  desk: Desk,
  who: Person,
  set: NonNullable<Page["set"]>,
  how: { inSeconds: number; isStale: boolean; grant: GrantFault },
): Step {
  const { inSeconds, isStale, grant } = how;
  const now = desk.now();
  const going = inOrder(set);
  const [first] = going;
  const sha = hashOf(going.map((version) => version.sha).join(" "));
  const signed = isStale ? hashOf("what stood there before") : sha;
  const isHeld = (version: Version) => {
    const found = ownBlockersOf(desk.history, version, now, null);
    found.delete("confidential_until");
    return found.size > 0 || stopsPublisher(who, version.page, desk.today());
  };
  const at = now + inSeconds * 1000;
  return {
    says: `${who.name} schedules the set of ${slugs(set.pages)} in ${inSeconds} s, grant ${grant}${isStale ? ", from a stale screen" : ""}`,
    isAllowed:
      who.isActive &&
      isEditor(who) &&
      set.pages.every((page) => mayKnowOf(desk, who, page)) &&
      first !== undefined &&
      !isStale &&
      inSeconds > 0 &&
      !going.some((version) =>
        version.page.schedules.some((s) => s.version === version && s.isOpen),
      ) &&
      !going.some(isHeld) &&
      !going.some((version) =>
        leavesSetIncomplete(desk.history, version, now, {
          ...{ isAlone: true, besides: going },
        }),
      ) &&
      grant === "none",
    call: async () => {
      const given = await grantFor(
        ...([desk.db, desk.history, who, "schedule", signed, grant] as const),
      );
      const id = await act(
        ...([desk.db.app, "schedule_set", who.session, given] as const),
        ...[set.id, signed, new Date(at).toISOString()],
      );
      const { rows } = await desk.db.owner.query<{ id: string }>(
        "SELECT id FROM desk.schedule WHERE set_schedule_id = $1 ORDER BY page_id",
        [id],
      );
      return rows.map((row) => row.id);
    },
    follow: (ids) => {
      keepSchedules(
        going.map((version, place) => ({
          id: (ids as string[])[place] ?? "",
          ...{ version, at, by: who },
        })),
      );
    },
  };
}

/** Everything of the set that is in review goes out in one act, or nothing. */
export function publishSet(
  desk: Desk,
  who: Person,
  set: NonNullable<Page["set"]>,
  seen: Version[],
): Step {
  const going = inOrder(set);
  const isAsSeen =
    going.length === new Set(seen).size && going.every((v) => seen.includes(v));
  const mayTry =
    who.isActive &&
    isEditor(who) &&
    set.pages.every((page) => mayKnowOf(desk, who, page)) &&
    going.length > 0 &&
    isAsSeen;
  // One after the other: the first that may not go says why.
  const blockers = mayTry
    ? (going
        .map((version) => blockersFor(desk, who, version))
        .find((found) => found.size > 0) ?? new Set<string>())
    : new Set<string>();
  return {
    says: `${who.name} publishes the set of ${slugs(set.pages)}${isAsSeen ? "" : " from a stale screen"}`,
    isAllowed: mayTry && blockers.size === 0,
    ...(mayTry && { blockers }),
    call: async () => {
      await act(
        ...([desk.db.app, "publish_set", who.session, set.id] as const),
        seen.map(({ id }) => id),
      );
    },
    follow: () => {
      for (const version of going) carryOut(desk, version, null, "");
    },
  };
}
