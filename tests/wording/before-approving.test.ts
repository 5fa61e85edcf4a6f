import { expect, test } from "vitest";
import {
  type ApprovalFacts,
  conditionsOf,
  stillOpenInWords,
} from "~/wording/before-approving";
import { wordSignBlockers } from "~/wording/review";
import { advicesOf } from "~/wording/worth-a-look";

const facts: ApprovalFacts = {
  blockers: [],
  values: [
    { itemId: "a", title: "Dose in “Treatment”, table", said: null },
    { itemId: "b", title: "Age in “Treatment”, paragraph", said: null },
  ],
  claims: [],
  questions: [
    { id: "q1", question: "Is every dose right?" },
    { id: "q2", question: "Is nothing missing?" },
  ],
  isAdjudicating: false,
  confirmedBy: "password",
  sections: [],
  mustFix: [],
  blockingFindings: 0,
};
const saying = (typed: Record<string, string>) => (name: string) =>
  typed[name] ?? "";
const all = {
  "key-a": "5 mg",
  "key-b": "40 years",
  "answer-q1": "yes",
  "answer-q2": "yes",
  evidenceCheckedTo: "2026-01-01",
  password: "typed",
};
const openOf = (typed: Record<string, string>, more = {}) =>
  conditionsOf({ ...facts, ...more }, saying(typed)).filter(
    ({ isDone }) => !isDone,
  );

test("whatever is not typed yet is named with the field that it is typed into", () => {
  expect(openOf({ ...all, "key-b": "" })).toMatchObject([
    {
      key: "values",
      parts: [
        { href: "#field-key-a", isDone: true },
        {
          label: "2. Age in “Treatment”, paragraph",
          href: "#field-key-b",
          isDone: false,
        },
      ],
    },
  ]);
  expect(openOf({ ...all, "answer-q1": "" })).toMatchObject([
    { key: "questions", open: "Answer the rest of the short form" },
  ]);
  expect(openOf(all)).toEqual([]);
  expect(stillOpenInWords(conditionsOf(facts, saying(all)))).toBe(
    "Everything is there: you can approve.",
  );
});

test("a form of which nothing is answered is led to as one", () => {
  const [questions] = openOf({ ...all, "answer-q1": "", "answer-q2": "" });
  expect(questions?.open).toBe("Answer the 2 questions of the short form");
  expect(questions?.parts).toHaveLength(1);
});

test("a no and a disagreement each ask for words", () => {
  const no = { ...all, "answer-q2": "no" };
  expect(openOf(no)).toMatchObject([
    { key: "note", open: expect.stringContaining("question 2") },
  ]);
  expect(openOf({ ...no, comment: "Nobody knows yet." })).toEqual([]);
  expect(openOf(all, { isAdjudicating: true })).toMatchObject([
    { key: "note" },
  ]);
});

test("what the database stops an approval by is in the list, and what the form asks for is there once", () => {
  const blockers = wordSignBlockers([
    { code: "interests_missing", detail: { standing: "unanswered" } },
    { code: "step_not_reached", detail: { waiting_for: ["pharmacist"] } },
    { code: "key_again", detail: { count: 2 } },
  ]);
  expect(openOf(all, { blockers })).toMatchObject([
    { key: "interests", parts: [{ href: "#interests" }] },
    { key: "step_not_reached", parts: [] },
  ]);
});

test("what is worth a look is told apart from what an approval needs", () => {
  const sections = [
    { anchor: "b-1", label: "Treatment", isTicked: true },
    { anchor: "b-2", label: "Testing", isTicked: false },
  ];
  const mustFix = [{ id: "c", raisedBy: "Dr Novak" }];
  const seen = { ...facts, sections, mustFix, blockingFindings: 1 };
  expect(advicesOf(seen).map(({ key }) => key)).toEqual([
    "sections",
    "must_fix",
    "findings",
  ]);
  expect(advicesOf(seen)[0]?.parts).toContainEqual({
    label: "Testing",
    href: "#tick-b-2",
    isDone: false,
  });
  expect(conditionsOf(seen, saying(all)).every(({ isDone }) => isDone)).toBe(
    true,
  );
});
