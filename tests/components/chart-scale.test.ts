import { expect, test } from "vitest";
import { axisTop, marksFor } from "~/components/chart/chart-scale";

const bars = (highest: number, limit: number) =>
  [0, highest, 1].map((value) => ({ values: [value, null], limit }));

test("an axis reaches to its bars, and to a limit that stands near them", () => {
  expect(marksFor(bars(6, 8))).toEqual([0, 2, 4, 6, 8]);
  expect(marksFor(bars(30, 20))).toEqual([0, 10, 20, 30]);
});

test("a limit far above does not press the bars into a line", () => {
  expect(axisTop(bars(6, 60))).toBe(6);
  expect(axisTop(bars(0, 60))).toBe(1);
  expect(marksFor(bars(6, 60), 100)).toEqual([0, 20, 40, 60, 80, 100]);
});
