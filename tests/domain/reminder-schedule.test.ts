import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isWorkingDay, type Day } from "~/domain/days";
import {
  dueSteps,
  reminderGoesOutOn,
  reminderRecipients,
  reminderSchedule,
  type DueStep,
} from "~/domain/reminder-schedule";

/** Thursday. */
const due = "2026-11-26";

/** What an engine raises that runs on these days and remembers. */
function history(
  nextReviewDue: Day,
  days: readonly Day[],
  holidays: readonly Day[] | null = null,
): (DueStep & { on: Day })[] {
  const raised: (DueStep & { on: Day })[] = [];
  for (const today of days)
    for (const step of dueSteps(nextReviewDue, today, raised, holidays))
      raised.push({ ...step, on: today });
  return raised;
}

const everyDay = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    addDays(due, from + index),
  );

describe("the reminder schedule", () => {
  test("run every day it raises each step once, on its own day", () => {
    const raised = history(due, everyDay(-80, 31));
    const told = raised.map(({ step, occurrence, to, on }) =>
      [daysBetween(due, on), step, occurrence, to].join(" "),
    );
    expect(told).toEqual([
      "-60 due_in_60 1 owner",
      "-60 due_in_60 1 last_reviewers",
      "-14 due_in_14 1 owner",
      "-14 due_in_14 1 last_reviewers",
      "0 due_today 1 owner",
      "0 due_today 1 last_reviewers",
      "1 first_overdue 1 editors",
      "8 weekly_overdue 1 editors",
      "14 lead_overdue_14 1 collection_lead",
      "15 weekly_overdue 2 editors",
      "22 weekly_overdue 3 editors",
      "29 weekly_overdue 4 editors",
      "30 clinical_lead_overdue_30 1 clinical_lead",
    ]);
    expect(raised.every(({ on, fallsOn }) => on === fallsOn)).toBe(true);
  });

  test("after downtime only the latest step of each class goes out", () => {
    const steps = dueSteps(due, addDays(due, 40), []);
    expect(
      steps.map(({ step, occurrence, to }) => [to, step, occurrence]),
    ).toEqual([
      ["owner", "due_today", 1],
      ["last_reviewers", "due_today", 1],
      ["editors", "weekly_overdue", 5],
      ["collection_lead", "lead_overdue_14", 1],
      ["clinical_lead", "clinical_lead_overdue_30", 1],
    ]);
  });

  test("nobody is told anything more than 60 days before", () => {
    expect(dueSteps(due, addDays(due, -61), [])).toEqual([]);
  });

  test("running twice on a day, or after missed days, never repeats a step", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -90, max: 200 }), { minLength: 1 }),
        fc.option(fc.array(fc.integer({ min: -90, max: 200 }))),
        (offsets, off) => {
          const days = offsets
            .sort((a, b) => a - b)
            .map((n) => addDays(due, n));
          const holidays = off?.map((n) => addDays(due, n)) ?? null;
          const raised = history(due, days, holidays);
          const keys = raised.map((r) => `${r.step} ${r.occurrence} ${r.to}`);
          expect(new Set(keys).size).toBe(keys.length);
          for (const to of reminderRecipients) {
            const theirs = raised.filter((step) => step.to === to);
            const onDays = theirs.map(({ on }) => on);
            expect(new Set(onDays).size, "one a day each").toBe(onDays.length);
            const falls = theirs.map(({ fallsOn }) => fallsOn);
            expect(falls, "never an older step later").toEqual(
              [...falls].sort(),
            );
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("no step depends on an earlier one having been raised", () => {
    fc.assert(
      fc.property(fc.integer({ min: -70, max: 400 }), (offset) => {
        const today = addDays(due, offset);
        const alone = dueSteps(due, today, []);
        const before = history(due, everyDay(-80, offset - 1));
        const isRaised = (step: DueStep) =>
          before.some(
            (r) => r.step === step.step && r.occurrence === step.occurrence,
          );
        expect(dueSteps(due, today, before)).toEqual(
          alone.filter((step) => !isRaised(step)),
        );
      }),
    );
  });

  test("a due day that moves starts its steps anew", () => {
    const raised = history(due, everyDay(-80, 0));
    expect(raised).toHaveLength(6);
    const moved = addDays(due, 70);
    expect(dueSteps(moved, addDays(moved, -60), [])).toHaveLength(2);
  });

  test("the editors hear of an overdue page every week without end", () => {
    const raised = history(due, everyDay(1, 700)).filter(
      ({ to }) => to === "editors",
    );
    expect(raised).toHaveLength(100);
    expect(raised.at(-1)).toMatchObject({
      step: "weekly_overdue",
      occurrence: 99,
    });
  });

  test("every class of recipients has a step, and no class two on one day", () => {
    for (const to of reminderRecipients) {
      const days = reminderSchedule
        .filter((step) => step.to.includes(to))
        .map(({ afterDays }) => afterDays);
      expect(days.length).toBeGreaterThan(0);
      expect(new Set(days).size).toBe(days.length);
    }
  });
});

describe("sending on working days", () => {
  test("a reminder that falls on a weekend goes out the Friday before", () => {
    expect(reminderGoesOutOn("2026-11-28", "2026-11-28", [])).toBe(
      "2026-11-27",
    );
    expect(reminderGoesOutOn("2026-11-29", "2026-11-29", [])).toBe(
      "2026-11-27",
    );
  });

  test("holidays count as well as weekends, over Christmas to the 24th", () => {
    const holidays = ["2026-12-25", "2026-12-28"];
    expect(reminderGoesOutOn("2026-12-28", "2026-12-28", holidays)).toBe(
      "2026-12-24",
    );
  });

  test("a step that says overdue goes out on its own day, Saturday or not", () => {
    expect(reminderGoesOutOn("2026-11-28", "2026-11-27", [])).toBe(
      "2026-11-28",
    );
    expect(reminderGoesOutOn("2026-12-05", "2026-11-27", [])).toBe(
      "2026-12-05",
    );
  });

  test("a shifted reminder goes out on a working day, early, and never tells an overdue day too soon", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -400, max: 400 }),
        fc.array(fc.integer({ min: -420, max: 420 })),
        (fallsAfter, dueAfter, off) => {
          const fallsOn = addDays(due, fallsAfter);
          const dueOn = addDays(due, dueAfter);
          const holidays = off.map((n) => addDays(due, n));
          const goesOut = reminderGoesOutOn(fallsOn, dueOn, holidays);
          expect(goesOut <= fallsOn).toBe(true);
          if (fallsOn > dueOn) expect(goesOut > dueOn).toBe(true);
          if (goesOut !== fallsOn)
            expect(isWorkingDay(goesOut, holidays)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("an engine that keeps working days raises the same steps, none later", () => {
    const plain = history("2026-11-29", everyDay(-80, 60));
    const shifted = history("2026-11-29", everyDay(-80, 60), ["2026-12-25"]);
    expect(
      shifted.map(({ step, occurrence, to }) => [step, occurrence, to].join()),
    ).toEqual(
      expect.arrayContaining(
        plain.map(({ step, occurrence, to }) => [step, occurrence, to].join()),
      ),
    );
    const dueToday = shifted.find(({ step }) => step === "due_today");
    expect(dueToday).toMatchObject({ fallsOn: "2026-11-29", on: "2026-11-27" });
  });
});
