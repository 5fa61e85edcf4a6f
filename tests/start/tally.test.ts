import { expect, test } from "vitest";
import { refuseOldNode } from "../../app/start/node-version.mjs";
import { failuresOf } from "../../app/start/failures.mjs";
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
  expect(tallyOfStep(reported, 1)).toEqual({
    passed: 3,
    failed: 1,
    failures: ["a step ended with exit code 1"],
  });
});

test("steps of the check that are no tests count as one each", () => {
  const output =
    "passed  lint  3.0 s\nFAILED  types  9.1 s\npassed  unit tests  2.0 s\n";
  const failures = ["npm run check: types"];
  expect(tallyOfCheck(output, 1)).toEqual({ passed: 1, failed: 1, failures });
  expect(tallyOfCheck(output, 0)).toEqual({ passed: 2, failed: 1, failures });
});

test("what failed is named with its file and the first line of why", () => {
  const vitest = {
    testResults: [
      {
        name: "/somewhere/tests/data/page.test.ts",
        assertionResults: [
          { status: "passed", fullName: "a page is found" },
          {
            status: "failed",
            fullName: "a page is kept",
            failureMessages: ["\u001b[31mError: it is gone\u001b[39m\nat page"],
          },
        ],
      },
      {
        name: "/somewhere/tests/lib/day.test.ts",
        status: "failed",
        message: "Cannot find module",
        assertionResults: [],
      },
    ],
  };
  expect(failuresOf(vitest)).toEqual([
    "tests/data/page.test.ts: a page is kept (Error: it is gone)",
    "tests/lib/day.test.ts: the file as a whole (Cannot find module)",
  ]);
  const playwright = {
    suites: [
      {
        suites: [
          {
            specs: [
              { title: "goes well", file: "a.test.ts", ok: true },
              {
                title: "goes wrong",
                file: "a.test.ts",
                ok: false,
                tests: [{ results: [{ error: { message: "Timeout" } }] }],
              },
            ],
          },
        ],
      },
    ],
  };
  expect(failuresOf(playwright)).toEqual(["a.test.ts: goes wrong (Timeout)"]);
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
