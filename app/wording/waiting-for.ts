import type { DeskState } from "~/domain/words";
import { listInWords } from "./places";

export type OpenSeatFacts = {
  name: string;
  expertise: string;
  state: "invited" | "accepted";
  day: string;
};

type Facts = {
  deskState: DeskState;
  /** How a submitted safety correction stands; null without one. */
  correctionState: DeskState | null;
  ownerName: string | null;
  seats: readonly OpenSeatFacts[];
  approvalsNeeded: number;
  approvalsSigned: number;
  seatsUnfilled: number;
};

/** Who holds a page now, and for what. */
export function waitingFor(page: Facts): { what: string; who: string } {
  const owner = page.ownerName ?? "nobody owns it";
  const state =
    page.deskState === "none" ? page.correctionState : page.deskState;
  switch (state) {
    case "in_review":
      return inReview(page);
    case "changes_requested":
      return { what: "Changes to answer", who: owner };
    case "approved":
      return { what: "An editor, to publish it", who: "" };
    case "scheduled":
      return { what: "Its hour", who: "" };
    case "draft":
      return { what: "Its authors", who: owner };
    case "none":
    case null:
      return { what: "The words of the correction", who: owner };
  }
}

function inReview(page: Facts): { what: string; who: string } {
  const { approvalsNeeded, approvalsSigned, seatsUnfilled, seats } = page;
  const what =
    seats.length === 0 && seatsUnfilled > 0
      ? "An editor, to assign reviewers"
      : `${String(approvalsSigned)} of ${String(approvalsNeeded)} approvals signed`;
  const names = seats.map(({ name, state }) =>
    state === "invited" ? `${name} (no answer yet)` : name,
  );
  return { what, who: listInWords(names) };
}
