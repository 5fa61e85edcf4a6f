import { expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import { compareBodies } from "~/content/compare/compare-bodies";
import { harmsOfChange } from "~/content/harmless-change";
import { edited } from "../compare/random-edits";
import { randomFrom } from "../compare/random";
import { randomPage } from "../compare/random-pages";
import { plainContent } from "../random-content";

test("a comparison calls something harmful exactly where rule T14 forbids a copy fix", () => {
  const counts = { harmful: 0, harmless: 0 };
  for (let run = 0; run < 400; run += 1) {
    const random = randomFrom(99_000 + run);
    const base = plainContent(randomPage(random).content);
    const next = giveBlockIds(
      plainContent(edited(base.body, 1, random).content),
    );
    const { changes } = compareBodies(base.body, next.body);
    const isHarmful = changes.some(({ harms }) => harms.length > 0);
    expect(isHarmful, `run ${run}`).toBe(harmsOfChange(base, next).length > 0);
    counts[isHarmful ? "harmful" : "harmless"] += 1;
  }
  console.log(
    `harms agree with rule T14 in 400 runs: ${counts.harmful} harmful, ${counts.harmless} harmless`,
  );
  expect(counts.harmful).toBeGreaterThan(200);
  expect(counts.harmless).toBeGreaterThan(5);
});
