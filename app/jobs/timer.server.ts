import { runAlerts } from "./run-alerts.server";

const everyMilliseconds = 60_000;

/**
 * Runs a pass of the clock now and every minute after, never two at once in
 * one process. `stop` waits for the pass that is under way. A pass that fails
 * is written down by itself and told to `onFailure`; the next one comes all
 * the same.
 */
export function startTimer(onFailure: (error: string) => void): {
  stop: () => Promise<void>;
} {
  let current: Promise<void> = Promise.resolve();
  let isRunning = false;
  const tick = () => {
    if (isRunning) return;
    isRunning = true;
    current = runAlerts()
      .then(({ error }) => {
        if (error) onFailure(error);
      })
      .catch((error: unknown) => {
        onFailure(String(error));
      })
      .finally(() => {
        isRunning = false;
      });
  };
  tick();
  const timer = setInterval(tick, everyMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
