import type { TestDatabase } from "../support/database";
import { dayIn } from "./calendar";
import type { History } from "./facts";

/** A history in its database, and the time it is there. */
export type Desk = {
  db: TestDatabase;
  history: History;
  now(): number;
  today(): string;
};

export function deskOf(db: TestDatabase, history: History): Desk {
  const now = () => Date.now() + history.world.ahead;
  return {
    db,
    history,
    now,
    today: () => dayIn(history.world.zone, now()),
  };
}

/** Moves the desk's clock, in whole seconds so that it adds up exactly. */
export async function moveClock(desk: Desk, seconds: number): Promise<void> {
  const { world } = desk.history;
  await desk.db.owner.query(
    "UPDATE desk.clock_offset SET by_interval = make_interval(secs => $1)",
    [world.ahead / 1000 + seconds],
  );
  world.ahead += seconds * 1000;
}

/** Midnight within two seconds is let pass, so that both sides see one day. */
export async function passMidnight(desk: Desk): Promise<void> {
  const { zone } = desk.history.world;
  const now = desk.now();
  if (dayIn(zone, now) !== dayIn(zone, now + 2_000)) await moveClock(desk, 5);
}
