import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { pauseBeforeSave } from "~/components/editor/autosave";
import { bodyOf, pretendDesk, wordsOf } from "./pretend-desk";

const step = fc.oneof(
  fc.record({ act: fc.constant("type" as const), word: fc.nat(9_999) }),
  fc.record({ act: fc.constant("wait" as const), time: fc.nat(4_000) }),
  fc.record({
    act: fc.constant("fate" as const),
    fate: fc.constantFrom("unreachable", "lost", "signed_out"),
  }),
  fc.record({ act: fc.constant("elsewhere" as const), word: fc.nat(9_999) }),
  fc.record({ act: fc.constant("choose" as const), isMine: fc.boolean() }),
  fc.record({ act: fc.constant("sign in" as const) }),
);

test("no word typed is ever lost, whatever the network and others do", async () => {
  vi.useFakeTimers();
  let clashes = 0;
  let words = 0;
  const histories = fc.asyncProperty(
    fc.array(step, { minLength: 20, maxLength: 60, size: "max" }),
    async (steps) => {
      const desk = pretendDesk();
      for (const one of steps) {
        const { phase } = desk.autosave.getState();
        if (one.act === "type" && phase !== "clash") {
          words += 1;
          desk.type(`${wordsOf(desk.screen)} w${one.word}`);
        }
        if (one.act === "wait") await vi.advanceTimersByTimeAsync(one.time);
        if (one.act === "fate") desk.next.push(one.fate);
        if (one.act === "elsewhere") desk.saveElsewhere(bodyOf(`n${one.word}`));
        if (one.act === "sign in" && phase === "signed_out")
          await desk.autosave.signedIn();
        if (one.act === "choose" && phase === "clash") {
          clashes += 1;
          const mine = wordsOf(desk.screen);
          if (one.isMine) await desk.autosave.keepMine();
          else desk.screen = (await desk.autosave.takeTheirs()) ?? desk.screen;
          const aside = [...desk.texts.values()].map(({ body }) =>
            wordsOf(body),
          );
          if (!one.isMine) expect(aside).toContain(mine);
        }
        await vi.advanceTimersByTimeAsync(300);
        // What is on the screen came to the desk or is on the device.
        const places = [
          ...desk.history.map(wordsOf),
          ...[...desk.texts.values()].map(({ body }) => wordsOf(body)),
        ];
        expect(places).toContain(wordsOf(desk.screen));
      }
      desk.next.length = 0;
      if (desk.autosave.getState().phase === "signed_out")
        await desk.autosave.signedIn();
      await vi.advanceTimersByTimeAsync(60_000 + pauseBeforeSave);
      expect(["saved", "clash"]).toContain(desk.autosave.getState().phase);
      await desk.autosave.stop();
    },
  );
  await fc.assert(histories, { numRuns: 300 });
  vi.useRealTimers();
  expect(words).toBeGreaterThan(1_000);
  expect(clashes).toBeGreaterThan(100);
});
