import type { ReactNode } from "react";
import type { AssignmentState, Verdict } from "~/domain/words";
import { verdictLabels } from "~/wording/labels";
import { Person } from "./person";
import { AssignmentStatus, Status } from "./status";

export type ReviewSeat = {
  key: string;
  /** "Clinician": the word from `expertiseLabels`. */
  expertise: string;
  /** The step in which this expertise signs, when the rules have an order. */
  step?: number;
  person?: { name: string; credentials?: string; id?: string };
  state?: AssignmentState;
  verdict?: Verdict;
  /** "due Fri 27 Nov", "9 days late", "signed 4 May 2022". */
  note?: ReactNode;
  action?: ReactNode;
};

/** The seats of a review round: which expertise, who holds it, how far they are. */
export function ReviewSeats({ seats }: { seats: readonly ReviewSeat[] }) {
  return (
    <ol className="panel">
      {seats.map((seat) => (
        <li
          key={seat.key}
          className="grid items-center gap-x-6 gap-y-2 border-t border-rule px-4 py-3 first:border-t-0 md:grid-cols-[10rem_minmax(0,1fr)_12rem_9rem]"
        >
          <div>
            <p className="font-bold">{seat.expertise}</p>
            {seat.step && (
              <p className="text-small text-ink-2">Step {seat.step}</p>
            )}
          </div>
          <div>
            {seat.person ? (
              <Person
                name={seat.person.name}
                credentials={seat.person.credentials}
                ringKey={seat.person.id}
              />
            ) : (
              <span className="text-ink-2">Nobody asked yet</span>
            )}
          </div>
          <div className="grid gap-0.5">
            <SeatStatus seat={seat} />
            {seat.note && (
              <span className="text-small text-ink-2">{seat.note}</span>
            )}
          </div>
          {seat.action && (
            <div className="md:justify-self-end">{seat.action}</div>
          )}
        </li>
      ))}
    </ol>
  );
}

function SeatStatus({ seat }: { seat: ReviewSeat }) {
  if (seat.verdict === "request_changes")
    return (
      <Status shape="diamond" colour="text-changes">
        {verdictLabels.request_changes}
      </Status>
    );
  if (seat.verdict === "approve")
    return (
      <Status shape="disc_tick" colour="text-approved">
        {verdictLabels.approve}
      </Status>
    );
  if (!seat.state)
    return (
      <Status shape="dash" colour="text-draft">
        Empty
      </Status>
    );
  return <AssignmentStatus state={seat.state} />;
}
