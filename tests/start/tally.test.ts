import { expect, test } from "vitest";
import { refuseOldNode } from "../../app/start/node-version.mjs";
import { tallyOf, tallyOfCheck, tallyOfStep } from "../../app/start/tally.mjs";

test("a report of Vitest counts its tests", () => {
  expect(tallyOf({ numPassedTests: 7, numFailedTests: 2 })).toEqual({
    passed: 7,
    failed: 2,
  });
});

test("in a report of Playwright a test that failed twice has failed, and one that passed when repeated has not", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  expect(tallyOf({ stats })).toEqual({ passed: 6, failed: 1 });
});

test("a step that failed without a failing test counts as one failure", () => {
  const reported = { passed: 3, failed: 0, reports: 1 };
  expect(tallyOfStep(reported, 1)).toEqual({ passed: 3, failed: 1 });
});

test("steps of the check that are no tests count as one each", () => {
  const output =
    "passed  lint  3.0 s\nFAILED  types  9.1 s\npassed  unit tests  2.0 s\n";
  expect(tallyOfCheck(output, 1)).toEqual({ passed: 1, failed: 1 });
  expect(tallyOfCheck(output, 0)).toEqual({ passed: 2, failed: 1 });
});

test.each(["20.19.0", "22.12.0", "24.0.0", "23.1.0"])(
  "Node %s is taken",
  (version) => {
    expect(() => refuseOldNode(version)).not.toThrow();
  },
);

test.each(["18.20.0", "20.18.3", "21.7.0", "22.11.0"])(
  "Node %s is refused in one sentence",
  (version) => {
    expect(() => refuseOldNode(version)).toThrow(
      `This is Node ${version}; the desk needs 20.19 or newer, best 22 or 24.`,
    );
  },
);
