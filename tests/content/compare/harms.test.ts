import { expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import { compareBodies } from "~/content/compare/compare-bodies";
import { harmsOfChange } from "~/content/harmless-change";
import { paragraph, plainContent } from "../random-content";
import { edited } from "./random-edits";
import { randomFrom } from "./random";
import { randomPage } from "./random-pages";

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
}, 120_000);

test.each([
  ["number", "Screen from 25 years.", "Screen from 29 years."],
  ["unit", "Give 5 mg.", "Give 5 g."],
  ["negation", "It is not inherited.", "It is inherited."],
  ["modal", "Patients may stop.", "Patients must stop."],
  ["drug", "Give crizotinib.", "Give entrectinib."],
  ["variant", "A germline change.", "A somatic change."],
  ["date", "Reviewed in March.", "Reviewed in May."],
])("%s is named: %s to %s, with the whole sentences", (kind, before, after) => {
  const text = (sentence: string) =>
    `The team knows, e.g. by letter. ${sentence} Ask them.`;
  const [change, ...others] = compareBodies(
    plainContent([paragraph("a", text(before))]).body,
    plainContent([paragraph("a", text(after))]).body,
  ).changes;
  expect(others).toEqual([]);
  expect(change?.harms.map((harm) => harm.kind)).toContain(kind);
  expect(change).toMatchObject({
    sentenceBefore: before,
    sentenceAfter: after,
  });
});
