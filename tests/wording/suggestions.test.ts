import { expect, test } from "vitest";
import { wordAnswerDone } from "~/wording/suggestions";

test("accepting several tells how many, and how many wait for a choice", () => {
  expect(wordAnswerDone("accepted_3_0")).toBe(
    "Accepted 3 suggestions. The words are in the draft, as your save.",
  );
  expect(wordAnswerDone("accepted_1_2")).toBe(
    "Accepted 1 suggestion. The words are in the draft, as your save. 2 suggestions wait for your choice: the draft changed the same words.",
  );
});

test("where all of them clash nothing is called accepted", () => {
  expect(wordAnswerDone("accepted_0_1")).toBe(
    "Nothing was accepted. 1 suggestion waits for your choice: the draft changed the same words.",
  );
});

test("an unknown word says nothing", () => {
  expect(wordAnswerDone("accepted_x_1")).toBeNull();
  expect(wordAnswerDone(null)).toBeNull();
});
