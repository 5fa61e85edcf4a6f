import { outboxPass } from "./empty-outbox.server";
import { publishWhatIsDue } from "./publish-scheduled.server";
import { runAlerts } from "./run-alerts.server";
import { runWebhooks } from "./tell-webhooks.server";

const everyMilliseconds = 60_000;

/** One pass of a clock; gives why it broke off, or null. */
type Clock = {
  name: string;
  pass: () => Promise<string | null>;
  /** In milliseconds; a minute where nothing else is said. */
  every?: number;
};

/**
 * The clocks of the desk, each by itself: a program that answers its webhook
 * slowly delays no reminder, and a mail server that hangs, through which one
 * pass of the alerts may take long, delays no publication past its hour.
 */
export const clocksOfTheDesk: readonly Clock[] = [
  {
    name: "publications",
    pass: async () => {
      await publishWhatIsDue();
      return null;
    },
  },
  { name: "alerts", pass: async () => (await runAlerts()).error },
  { name: "outbox", pass: outboxPass(), every: 5_000 },
  { name: "webhooks", pass: runWebhooks },
];

/**
 * Runs a pass of each clock now and again every minute, or as often as it says,
 * never two at once of one clock in one process. `stop` waits for the passes
 * that are under way. A pass that fails is written down by itself and told to
 * `onFailure`; the next one comes all the same.
 */
export function startTimer(
  onFailure: (line: string) => void,
  clocks = clocksOfTheDesk,
): { stop: () => Promise<void> } {
  const started = clocks.map((clock) => startClock(clock, onFailure));
  return {
    async stop() {
      await Promise.all(started.map((clock) => clock.stop()));
    },
  };
}

function startClock(
  { name, pass, every = everyMilliseconds }: Clock,
  onFailure: (line: string) => void,
): { stop: () => Promise<void> } {
  let current: Promise<void> = Promise.resolve();
  let isRunning = false;
  const tick = () => {
    if (isRunning) return;
    isRunning = true;
    current = pass()
      .then((error) => {
        if (error) onFailure(`${name}: ${error}`);
      })
      .catch((error: unknown) => {
        onFailure(`${name}: ${String(error)}`);
      })
      .finally(() => {
        isRunning = false;
      });
  };
  tick();
  const timer = setInterval(tick, every);
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
