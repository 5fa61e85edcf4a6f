import type { DeskState } from "~/domain/words";
import { dayInWords } from "./days";
import { listInWords } from "./places";

export type OpenSeatFacts = {
  name: string;
  expertise: string;
  state: "invited" | "accepted";
  day: string;
};

export type SeatNotTakenFacts = {
  name: string;
  state: "lapsed" | "declined";
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
  /** Who was asked and took no seat, and since when nobody is asked, where that is known. */
  notTaken?: readonly SeatNotTakenFacts[];
  unaskedSince?: string | null;
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
  if (seats.length === 0 && seatsUnfilled > 0)
    return { what: "An editor, to assign reviewers", who: whyUnasked(page) };
  const what = `${String(approvalsSigned)} of ${String(approvalsNeeded)} approvals signed`;
  const names = seats.map(({ name, state }) =>
    state === "invited" ? `${name} (no answer yet)` : name,
  );
  return { what, who: listInWords(names) };
}

/** "since 3 March 2026; Dr Novak did not answer", as far as there is something to say. */
function whyUnasked({ unaskedSince, notTaken = [] }: Facts): string {
  return [
    ...(unaskedSince ? [`since ${dayInWords(unaskedSince)}`] : []),
    ...notTaken.map(({ name, state }) =>
      state === "lapsed" ? `${name} did not answer` : `${name} declined`,
    ),
  ].join("; ");
}
