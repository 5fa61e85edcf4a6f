import { expect, test } from "vitest";
import { makeRateLimit } from "~/lib/rate-limit";

test("a caller may do a burst, then waits, then may go on as turns come back", () => {
  const limit = makeRateLimit({ burst: 3, perSecond: 0.5 });
  expect([0, 0, 0, 0].map((at) => limit.take("a", at))).toEqual([0, 0, 0, 2]);
  expect(limit.take("a", 1900)).toBe(1);
  expect(limit.take("a", 2000)).toBe(0);
  expect(limit.take("a", 2001)).toBe(2);
});

test("one caller's turns are not another's", () => {
  const limit = makeRateLimit({ burst: 1, perSecond: 1 });
  expect(limit.take("a", 0)).toBe(0);
  expect(limit.take("b", 0)).toBe(0);
  expect(limit.take("a", 0)).toBe(1);
});

test("turns never pile up beyond the burst, however long a caller rests", () => {
  const limit = makeRateLimit({ burst: 2, perSecond: 1 });
  limit.take("a", 0);
  const day = 86_400_000;
  expect([1, 2, 3].map(() => limit.take("a", day))).toEqual([0, 0, 1]);
});

test("only the callers heard of longest ago are forgotten when there are many", () => {
  const limit = makeRateLimit({ burst: 1, perSecond: 0.001 });
  const comes = (caller: string) => limit.take(caller, 0) === 0;
  expect(comes("first")).toBe(true);
  expect(comes("second")).toBe(true);
  for (let n = 2; n < 10_000; n += 1) comes(`other ${String(n)}`);
  expect(comes("first")).toBe(false);
  expect(comes("one more")).toBe(true);
  expect(comes("first")).toBe(false);
  expect(comes("second")).toBe(true);
});
