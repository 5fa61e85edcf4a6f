import { afterEach, beforeEach, expect, vi } from "vitest";

/** Anything written with `console.error` fails the test that caused it. */
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  const calls = vi.isMockFunction(console.error)
    ? vi.mocked(console.error).mock.calls
    : [];
  vi.restoreAllMocks();
  expect(calls, "console.error was called").toEqual([]);
});
