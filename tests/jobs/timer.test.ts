import { expect, test } from "vitest";
import { startTimer } from "~/jobs/timer.server";

/** A promise and the function that keeps it. */
function promised() {
  let keep: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

test("a clock whose pass hangs holds up no other, and stopping waits for it", async () => {
  const hanging = promised();
  const passed = promised();
  const lines: string[] = [];
  const timer = startTimer(
    (line) => {
      lines.push(line);
    },
    [
      {
        name: "webhooks",
        pass: async () => {
          await hanging.promise;
          return "a program did not answer";
        },
      },
      {
        name: "alerts",
        pass: async () => {
          passed.keep();
          throw new Error("the database is away");
        },
      },
    ],
  );
  await passed.promise;
  let isStopped = false;
  const stopping = timer.stop().then(() => {
    isStopped = true;
  });
  expect(isStopped).toBe(false);
  hanging.keep();
  await stopping;
  expect(lines).toEqual([
    "alerts: Error: the database is away",
    "webhooks: a program did not answer",
  ]);
});
