import { blockersOf } from "./blockers";
import type { Desk } from "./desk";
import type { Page } from "./facts";
import { cancelSchedule, publishDue, withdraw } from "./publication-steps";
import type { Random } from "./random";
import {
  addToSet,
  makeSet,
  publishSet,
  removeFromSet,
  scheduleSet,
} from "./set-steps";
import { waitingOf } from "./sets";
import { isEditor, liveOf } from "./standing";
import type { Step } from "./step";

/** What befalls pages that go out together. */
export function inSets(desk: Desk, page: Page, random: Random): Step | null {
  const { pages, people } = desk.history;
  const editors = people.filter((p) => p.isActive && isEditor(p));
  const able = random.pickOrNull(editors);
  const who = able && random.happens(0.9) ? able : random.pick(people);
  const set = page.set ?? pages.find((each) => each.set)?.set;
  if (!set) {
    const chosen = random.shuffled(pages);
    const several = random.happens(0.9) ? chosen : chosen.slice(0, 1);
    return makeSet(desk, who, several);
  }
  const waiting = set.pages.flatMap((each) => waitingOf(each) ?? []);
  const isReady = waiting.some(
    (version) => blockersOf(desk.history, version, desk.now()).size === 0,
  );
  if (waiting.length > 0 && (isReady || random.happens(0.15))) {
    const isStale = random.happens(0.07);
    if (random.happens(0.35)) {
      const inSeconds = random.pick([-60, 60, 3_600, 864_000]);
      const grant = random.happens(0.9) ? "none" : "expired";
      return scheduleSet(desk, who, set, { inSeconds, isStale, grant });
    }
    const seen = isStale ? waiting.slice(1) : waiting;
    return publishSet(desk, who, set, seen);
  }
  const scheduled = random.pickOrNull(
    set.pages.flatMap(({ schedules }) => schedules.filter((s) => s.isOpen)),
  );
  if (scheduled && random.happens(0.6))
    return random.happens(0.85)
      ? publishDue(desk, scheduled)
      : cancelSchedule(desk, who, scheduled);
  const live = random.pickOrNull(set.pages.filter(liveOf));
  if (live && random.happens(0.15))
    return withdraw(desk, who, live, "error", false);
  if (random.happens(0.7)) return null;
  return random.pick([
    () => withdraw(desk, who, page, "error", random.happens(0.1)),
    () => removeFromSet(desk, who, page),
    () => addToSet(desk, who, set, random.pick(pages)),
    () => makeSet(desk, who, pages),
  ])();
}
