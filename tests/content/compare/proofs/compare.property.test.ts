import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { isSameText } from "~/content/canonical";
import { applyChanges } from "~/content/compare/apply-changes";
import { compareBodies } from "~/content/compare/compare-bodies";
import type { Comparison } from "~/content/compare/comparison";
import { parseBody } from "~/content/parse-page-content";
import type { Body } from "~/content/page-content";
import { cutTerms } from "../indivisible";
import { edited } from "../random-edits";
import { randomFrom, shuffled } from "../random";
import { randomPage } from "../random-pages";

vi.setConfig({ testTimeout: 300_000 });

const runsOfEach = 500;
const seed = Number(process.env["SEED"] ?? 20_261_121);
const counts = {
  runs: 0,
  changes: 0,
  subsets: 0,
  steps: 0,
  terms: 0,
  kinds: new Map<string, number>(),
};

afterAll(() => {
  const kinds = [...counts.kinds].map(([kind, times]) => `${times} ${kind}`);
  console.log(
    `compare: ${counts.runs} runs, ${counts.changes} changes (${kinds.join(", ")}), ` +
      `${counts.subsets} subsets, ${counts.steps} single steps, ` +
      `${counts.terms} numbers, units, names and variants looked at, seed ${seed}`,
  );
});

describe.each([1, 5, 25])("after %i random edits", (edits) => {
  const runs = Array.from({ length: runsOfEach }, (_, run) => {
    const random = randomFrom(seed + edits * 100_000 + run);
    const base = randomPage(random);
    const proposed = edited(base, edits, random);
    return {
      run,
      random,
      base,
      proposed,
      comparison: compareBodies(base, proposed),
    };
  });

  test("no change made is the base, every change made is the proposed text", () => {
    for (const { run, base, proposed, comparison } of runs) {
      counts.runs += 1;
      counts.changes += comparison.changes.length;
      for (const { kind } of comparison.changes)
        counts.kinds.set(kind, (counts.kinds.get(kind) ?? 0) + 1);
      requireEqual(applyChanges(comparison, new Set()), base, run);
      requireSame(applyChanges(comparison, ids(comparison)), proposed, run);
      expect(comparison.changes.length === 0, `run ${run}`).toBe(
        isSameText(base, proposed),
      );
    }
  });

  test("any of the changes made alone give a text that a page may hold", () => {
    for (const { run, random, comparison } of runs)
      for (let time = 0; time < 6; time += 1) {
        const some = comparison.changes.filter(() => random(2) === 0);
        counts.subsets += 1;
        requireValid(
          applyChanges(comparison, new Set(some.map(({ id }) => id))),
          run,
        );
      }
  });

  test("the changes made one by one in any order give valid texts and end in the proposed one", () => {
    for (const { run, random, proposed, comparison } of runs) {
      const made = new Set<string>();
      for (const { id } of shuffled(random, comparison.changes)) {
        made.add(id);
        counts.steps += 1;
        const body = applyChanges(comparison, made);
        // Reading a page is most of the time that this takes.
        if (edits < 25 || random(5) === 0) requireValid(body, run);
      }
      requireSame(applyChanges(comparison, made), proposed, run);
    }
  });

  test("comparing anew after each change made ends in the proposed text too", () => {
    // Each step compares the whole page, so the longest histories are sampled.
    for (const { run, random, base, proposed } of runs.slice(
      0,
      1_000 / edits,
    )) {
      let current = base;
      for (let step = 0; ; step += 1) {
        const comparison = compareBodies(current, proposed);
        const [next] = shuffled(random, comparison.changes);
        if (!next) break;
        counts.steps += 1;
        current = applyChanges(comparison, new Set([next.id]));
        requireValid(current, run);
        expect(step, `run ${run} never ends`).toBeLessThan(400);
      }
      requireSame(current, proposed, run);
    }
  });

  test("no number, unit, variant, gene or drug is cut in two", () => {
    for (const { run, comparison } of runs) {
      const { looked, cut } = cutTerms(comparison.nodes);
      counts.terms += looked;
      expect(cut, `run ${run}`).toEqual([]);
    }
  });

  test("each change has an id of its own, the same whenever the two are compared", () => {
    for (const { run, base, proposed, comparison } of runs.slice(0, 150)) {
      expect(ids(comparison).size, `run ${run}`).toBe(
        comparison.changes.length,
      );
      const again = compareBodies(
        structuredClone(base),
        structuredClone(proposed),
      );
      requireEqual(again.changes, comparison.changes, run);
    }
  });

  test("no block id stands twice, whatever is decided", () => {
    for (const { run, random, comparison } of runs) {
      const some = comparison.changes.filter(() => random(2) === 0);
      const { content } = applyChanges(
        comparison,
        new Set(some.map(({ id }) => id)),
      );
      const held = content.flatMap(({ attrs }) => attrs?.id ?? []);
      expect(new Set(held).size, `run ${run}`).toBe(held.length);
    }
  });
});

test("enough was tried", () => {
  expect(counts.runs).toBeGreaterThanOrEqual(1_500);
  expect(counts.subsets).toBeGreaterThanOrEqual(9_000);
  expect(counts.terms).toBeGreaterThanOrEqual(10_000);
  expect(counts.kinds.size).toBe(10);
});

function ids({ changes }: Comparison): Set<string> {
  return new Set(changes.map(({ id }) => id));
}

function requireSame(one: Body, other: Body, run: number): void {
  if (isSameText(one, other)) return;
  const bare = ({ content }: Body) =>
    content.map((block) => ({ ...block, attrs: { ...block.attrs, id: null } }));
  expect(bare(one), `run ${run}`).toEqual(bare(other));
}

/** As `toEqual`, which is too slow for thousands of pages. */
function requireEqual(one: unknown, other: unknown, run: number): void {
  if (!isDeepStrictEqual(one, other)) expect(one, `run ${run}`).toEqual(other);
}

function requireValid(body: Body, run: number): void {
  requireEqual(parseBody(body), { ok: true, content: body, cleaned: [] }, run);
}
