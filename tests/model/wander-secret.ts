import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import type { Page, Person } from "./facts";
import { isConfidential } from "./knowing";
import * as publications from "./publication-steps";
import type { Random } from "./random";
import { isEditor } from "./standing";
import type { Step } from "./step";

/** What befalls a page of which only some may know. */
export function inSecret(desk: Desk, page: Page, random: Random): Step | null {
  const { people } = desk.history;
  const editors = people.filter((p) => p.isActive && isEditor(p));
  const anyEditor = (): Person =>
    random.pickOrNull(editors) ?? random.pick(people);
  if (!isConfidential(desk, page)) {
    const days = random.pick([0, 3, 30]);
    const until = plusDays(desk.today(), days);
    return publications.keepConfidential(desk, anyEditor(), page, until);
  }
  const knowing = random.pickOrNull([...page.confidants]);
  const of = page.versions.at(-1);
  if (knowing && of && random.happens(0.1))
    return publications.publish(desk, knowing, of);
  if (random.happens(0.6)) return null;
  if (knowing && random.happens(0.25)) {
    const who = random.pick([...page.confidants, anyEditor()]);
    return publications.unnameConfidant(desk, who, page, knowing);
  }
  return random.happens(0.6)
    ? publications.nameConfidant(desk, anyEditor(), page, anyEditor())
    : publications.keepConfidential(desk, anyEditor(), page, null);
}
