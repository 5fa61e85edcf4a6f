import { effectiveDue } from "./approvals";
import { plusDays } from "./calendar";
import { moveClock, type Desk } from "./desk";
import type { Page } from "./facts";
import type { Random } from "./random";
import { liveOf } from "./standing";
import type { Step } from "./step";

/** Time goes to the very days on which a page's standing turns. */
export function passTo(desk: Desk, page: Page, random: Random): Step | null {
  const live = liveOf(page);
  if (!live) return null;
  const due = effectiveDue(live);
  const grace = plusDays(due, live.grace);
  const turns = [
    ...[plusDays(due, -61), plusDays(due, -60), due, plusDays(due, 1)],
    ...[plusDays(due, 1), grace, plusDays(grace, 1)],
    ...live.approvals.flatMap(({ revoked }) =>
      revoked ? [plusDays(revoked.on, 14), plusDays(revoked.on, 15)] : [],
    ),
  ];
  const today = desk.today();
  const day = random.pickOrNull(turns.filter((turn) => turn > today));
  if (day === null) return null;
  const midnight = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const seconds = (midnight(day) - midnight(today)) / 1_000;
  return {
    says: `time passes to ${day}`,
    isAllowed: true,
    call: () => moveClock(desk, seconds),
    follow: () => undefined,
  };
}
