import { expect, test } from "vitest";
import { deskStates, publicStates } from "~/domain/words";
import { nextStep, type PageSituation } from "~/wording/next-step";

const situation = (given: Partial<PageSituation>): PageSituation => ({
  deskState: "none",
  publicState: "none",
  canWrite: true,
  isEditor: true,
  isBaseMoved: false,
  seatsUnfilled: 0,
  correctionState: null,
  ...given,
});
const actOf = (given: Partial<PageSituation>) =>
  nextStep(situation(given)).act?.to ?? null;

test("in every pair of states there is one sentence, and at most one act", () => {
  let pairs = 0;
  for (const deskState of deskStates)
    for (const publicState of publicStates) {
      const { sentence } = nextStep(situation({ deskState, publicState }));
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      pairs += 1;
    }
  expect(pairs).toBe(deskStates.length * publicStates.length);
});

test("an editor assigns, publishes and reads; an author writes", () => {
  expect(actOf({ deskState: "in_review", seatsUnfilled: 2 })).toBe("review");
  expect(actOf({ deskState: "approved" })).toBe("publish");
  expect(actOf({ deskState: "draft", isEditor: false })).toBe("write");
  expect(actOf({ deskState: "changes_requested", isEditor: false })).toBe(
    "write",
  );
});

test("nobody who may not write is sent to write", () => {
  for (const deskState of deskStates)
    for (const publicState of publicStates) {
      const act = actOf({
        deskState,
        publicState,
        canWrite: false,
        isEditor: false,
        isBaseMoved: true,
        correctionState: "draft",
      });
      expect(["write", "rebase", "open-rereview", "correction"]).not.toContain(
        act,
      );
    }
});

test("a page near or past its date is reviewed again", () => {
  expect(actOf({ publicState: "due_soon" })).toBe("open-rereview");
  expect(actOf({ publicState: "overdue" })).toBe("open-rereview");
  expect(actOf({ publicState: "withheld" })).toBe("open-rereview");
  expect(actOf({ publicState: "live" })).toBe("write");
});

test("words that went live meanwhile come in before anything else", () => {
  expect(actOf({ deskState: "draft", isBaseMoved: true })).toBe("rebase");
  expect(actOf({ deskState: "in_review", isBaseMoved: true })).toBe("review");
});

test("an open correction is what is next where nothing else is", () => {
  const live = { publicState: "live" } as const;
  expect(actOf({ ...live, correctionState: "draft" })).toBe("correction");
  expect(actOf({ ...live, correctionState: "in_review" })).toBe("review");
  expect(actOf({ ...live, correctionState: "approved" })).toBe("publish");
  expect(actOf({ ...live, deskState: "draft", correctionState: "draft" })).toBe(
    "write",
  );
  const signed = {
    ...live,
    deskState: "draft",
    correctionState: "approved",
  } as const;
  expect(actOf(signed)).toBe("publish");
  expect(actOf({ ...signed, isEditor: false })).toBe("write");
});
