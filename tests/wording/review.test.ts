import { expect, test } from "vitest";
import type { Refused } from "~/domain/outcome";
import { wordActDone } from "~/wording/acts-done";
import {
  refusedBlockers,
  refusedForm,
  refusedSignature,
} from "~/wording/refused-form";
import { reviewTime, wordSignBlocker } from "~/wording/review";

const refusal = (
  because: Refused["because"],
  detail: Refused["detail"] = {},
): Refused => ({ ok: false, because, detail });

test("every reason not to sign is a sentence, and says where it is cleared", () => {
  const word = (code: string, detail: Record<string, unknown> = {}) =>
    wordSignBlocker({ code, detail });
  expect(word("not_accepted", { state: "invited" }).place).toBe("accept");
  expect(word("interests_missing", { standing: "unanswered" }).place).toBe(
    "interests",
  );
  expect(word("interests_missing", { standing: "undeclared" }).place).toBe(
    "declaration",
  );
  for (const code of [
    ...["gone", "stale_version", "round_closed", "not_accepted", "own_work"],
    ...["person_inactive", "lacks_expertise", "interests_missing"],
    ...["interests_exclude", "step_not_reached", "something_new"],
  ]) {
    expect(word(code).sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test("before one's turn, and without interests, a request for changes may be signed", () => {
  const early = wordSignBlocker({
    code: "step_not_reached",
    detail: { waiting_for: ["clinician", "laboratory_scientist"] },
  });
  expect(early.stopsApprovalOnly).toBe(true);
  expect(early.sentence).toContain("clinician and laboratory scientist");
  expect(
    wordSignBlocker({ code: "round_closed", detail: {} }).stopsApprovalOnly,
  ).toBe(false);
});

test("a refusal stands at its field only where it is about one", () => {
  expect(refusedForm(refusal("reason_missing"), {}, "reason")).toMatchObject({
    status: 422,
    errors: [{ name: "reason" }],
  });
  expect(refusedForm(refusal("same_editor"), {}, "reason")).toMatchObject({
    status: 403,
    errors: [{ name: "" }],
  });
  expect(
    refusedForm(refusal("day_out_of_range"), { day_out_of_range: "due" }, "x"),
  ).toMatchObject({ errors: [{ name: "due" }] });
});

test("a refused publication tells every blocker", () => {
  const blocked = refusal("blocked", {
    blockers: [
      { code: "archived", who: "editor", detail: {} },
      { code: "owner_inactive", who: "editor", detail: {} },
    ],
  });
  expect(refusedBlockers(blocked)).toHaveLength(2);
});

test("only a word that an act leads to is said again", () => {
  expect(wordActDone("signed")).toBe("Your decision is signed.");
  expect(wordActDone("constructor")).toBeNull();
  expect(wordActDone(null)).toBeNull();
});

test("a review is reckoned by all that it asks, and takes no less than its signature", () => {
  const nothing = { words: 0, values: 0, claims: 0, questions: 0, toLookAt: 0 };
  expect(reviewTime(nothing)).toBe("about 2 minutes");
  expect(reviewTime({ ...nothing, words: 1800 })).toBe("about 12 minutes");
  expect(
    reviewTime({ words: 360, values: 3, claims: 0, questions: 6, toLookAt: 3 }),
  ).toBe("about 12 minutes");
});

test("whoever lost their expertise before signing is told of theirs, not how to choose a reviewer", () => {
  const { errors } = refusedSignature(refusal("lacks_expertise"), {});
  expect(errors).toEqual([
    {
      name: "",
      sentence:
        "You are no longer verified in the expertise that you were asked for.",
    },
  ]);
});
