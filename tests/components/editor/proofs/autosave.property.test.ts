import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ClashChoice } from "~/components/editor/clash-block";
import {
  bodyOf,
  type Fate,
  pretendDraft,
  type PretendWriter,
  pretendWriter,
  wordsOf,
} from "../pretend-desk";

const who = fc.nat(1);
const choices: ClashChoice[] = ["mine", "theirs", "both"];
const fates: Fate[] = ["unreachable", "lost", "signed_out", "slow", "slow"];
const where = fc.nat(9_999);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant("word" as const), who, where }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant("paragraph" as const),
      who,
      where,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("wait" as const),
      time: fc.nat(4_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("fate" as const),
      who,
      fate: fc.constantFrom(...fates),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("answer" as const), who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("choose" as const),
      who,
      choice: fc.constantFrom(...choices),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant("sign in" as const), who }),
  },
);

/** Types a word of its own behind some word on the screen, or before the first. */
function typeWord({ screen }: PretendWriter, where: number, word: string) {
  const gaps: number[] = [];
  screen.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    gaps.push(position + 1);
    for (const { index } of node.textContent.matchAll(/ |$/g))
      gaps.push(position + 1 + index);
    return false;
  });
  const place = gaps[where % gaps.length] ?? 1;
  const isFirst = screen.state.doc.resolve(place).parentOffset === 0;
  const text = isFirst ? `${word} ` : ` ${word}`;
  screen.dispatch(screen.state.tr.insertText(text, place));
}

/** Splits the paragraph round some place between its words. */
function split({ screen }: PretendWriter, where: number) {
  const { doc } = screen.state;
  const block = doc.child(where % doc.childCount);
  let start = 0;
  for (let index = 0; index < where % doc.childCount; index += 1)
    start += doc.child(index).nodeSize;
  const gap = block.textContent.indexOf(" ", where % (block.content.size + 1));
  const place = start + 1 + (gap < 0 ? block.content.size : gap);
  screen.dispatch(screen.state.tr.split(place, 1, [{ type: block.type }]));
}

async function settle(writers: readonly PretendWriter[], choice: ClashChoice) {
  for (let round = 0; round < 12; round += 1)
    for (const writer of writers) {
      writer.next.length = 0;
      writer.finishSlow();
      const { phase, clashes } = writer.autosave.getState();
      if (phase === "signed_out") await writer.autosave.signedIn();
      for (const clash of clashes) await writer.autosave.choose(clash, choice);
      await vi.advanceTimersByTimeAsync(31_000);
    }
}

test("two writers, whatever the network does and whenever: no word is lost, every clash is shown", async () => {
  vi.useFakeTimers();
  const seen = {
    runs: 0,
    words: 0,
    saves: 0,
    merges: 0,
    clashes: 0,
    chosen: 0,
  };
  const histories = fc.asyncProperty(
    fc.array(step, { minLength: 30, maxLength: 80, size: "max" }),
    fc.constantFrom(...choices),
    async (steps, lastChoice) => {
      const desk = pretendDraft(
        bodyOf("The gene drives the tumour", "Ask the board first", "Test it"),
      );
      const writers = [pretendWriter(desk, "Ada"), pretendWriter(desk, "Bo")];
      const typed: string[] = [];
      const places = () => [
        ...[desk.draft.body, ...desk.saves.map(({ body }) => body)],
        ...writers.flatMap((one) =>
          [...one.texts.values()].map(({ body }) => body),
        ),
      ];
      for (const one of steps) {
        if (one.act === "wait") await vi.advanceTimersByTimeAsync(one.time);
        else {
          const writer = writers[one.who];
          if (!writer) continue;
          const { phase, clashes } = writer.autosave.getState();
          if (one.act === "word") {
            typed.push(`w${typed.length}`);
            typeWord(writer, one.where, `w${typed.length - 1}`);
          }
          if (one.act === "paragraph") split(writer, one.where);
          if (one.act === "fate") writer.next.push(one.fate);
          if (one.act === "answer") writer.finishSlow();
          if (one.act === "sign in" && phase === "signed_out")
            void writer.autosave.signedIn();
          const [clash] = clashes;
          if (one.act === "choose" && clash) {
            seen.chosen += 1;
            void writer.autosave.choose(clash, one.choice);
          }
        }
        await vi.advanceTimersByTimeAsync(1_100);
        // Whatever stands on a screen is with the desk or on its device.
        for (const writer of writers) {
          const kept = places().map((body) => ` ${wordsOf(body)} `);
          for (const word of writer.words().split(/\s+/))
            expect(kept.some((text) => text.includes(` ${word} `))).toBe(true);
        }
      }
      await settle(writers, lastChoice);
      for (const { autosave } of writers)
        expect(autosave.getState().phase).toBe("saved");
      // In the page, or not chosen and kept on the device of who chose.
      const page = ` ${wordsOf(desk.draft.body)} `;
      const aside = writers
        .flatMap(({ texts }) => [...texts.values()])
        .filter(({ kind }) => kind === "not_chosen")
        .map(({ body }) => ` ${wordsOf(body)} `);
      for (const word of typed)
        expect(
          [page, ...aside].some((text) => text.includes(` ${word} `)),
          word,
        ).toBe(true);
      if (aside.length === 0)
        for (const word of typed)
          expect(page.split(` ${word} `).length).toBeGreaterThan(1);
      seen.runs += 1;
      seen.words += typed.length;
      for (const name of ["saves", "merges", "clashes"] as const)
        seen[name] += desk.counts[name];
      for (const { autosave } of writers) await autosave.stop();
    },
  );
  await fc.assert(histories, { numRuns: 150, endOnFailure: true });
  vi.useRealTimers();
  console.log(
    `two writers: ${seen.runs} runs, ${seen.words} words, ${seen.saves} saves, ${seen.merges} merges, ${seen.clashes} clashes, ${seen.chosen} chosen on the way, 0 words lost`,
  );
  expect(seen.words).toBeGreaterThan(1_500);
  expect(seen.merges).toBeGreaterThan(300);
  expect(seen.clashes).toBeGreaterThan(60);
}, 300_000);
