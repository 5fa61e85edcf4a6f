import { expect, test } from "vitest";
import { waitingFor } from "~/wording/waiting-for";

const page = {
  deskState: "in_review" as const,
  correctionState: null,
  ownerName: "Ada Author",
  seats: [],
  approvalsNeeded: 3,
  approvalsSigned: 1,
  seatsUnfilled: 0,
};
const seat = (name: string, state: "invited" | "accepted") => ({
  name,
  state,
  expertise: "clinician",
  day: "2026-03-09",
});

test("a round tells how many approvals are signed of how many, and waits for people by name", () => {
  const seats = [seat("Dr Novak", "invited"), seat("Dr Marsh", "accepted")];
  expect(waitingFor({ ...page, seats })).toEqual({
    what: "1 of 3 approvals signed",
    who: "Dr Novak (no answer yet) and Dr Marsh",
  });
});

test("a round in which nobody is asked waits for an editor, since a day and for a reason", () => {
  expect(waitingFor({ ...page, seatsUnfilled: 3 })).toEqual({
    what: "An editor, to assign reviewers",
    who: "",
  });
  const left = [
    { name: "Dr Novak", state: "lapsed" as const },
    { name: "Dr Marsh", state: "declined" as const },
  ];
  expect(
    waitingFor({
      ...page,
      seatsUnfilled: 2,
      unaskedSince: "2026-03-09",
      notTaken: left,
    }).who,
  ).toBe("since 9 March 2026; Dr Novak did not answer; Dr Marsh declined");
});

test("drafts and changes wait for the owner, an approved page for an editor", () => {
  expect(waitingFor({ ...page, deskState: "draft" }).who).toBe("Ada Author");
  expect(waitingFor({ ...page, deskState: "changes_requested" }).who).toBe(
    "Ada Author",
  );
  expect(waitingFor({ ...page, deskState: "approved" }).what).toMatch(/editor/);
});

test("where the main line rests the safety correction says what is waited for", () => {
  const resting = { ...page, deskState: "none" as const };
  expect(waitingFor(resting).what).toBe("The words of the correction");
  expect(
    waitingFor({ ...resting, correctionState: "in_review", seatsUnfilled: 2 })
      .what,
  ).toBe("An editor, to assign reviewers");
});
