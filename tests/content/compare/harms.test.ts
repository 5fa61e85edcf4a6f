import { expect, test } from "vitest";
import { compareBodies } from "~/content/compare/compare-bodies";
import { paragraph, plainContent } from "../random-content";

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
