import type { Candidate } from "~/data/candidates.server";
import {
  assignBlockerLabels,
  candidateFacts,
  candidateTies,
  loadInWords,
} from "~/wording/candidates";

type Props = { candidate: Candidate; language: string };

/** What an editor weighs before asking somebody, or why they cannot be asked. */
export function CandidateFacts({ candidate, language }: Props) {
  const { affiliation, blockers, openReviews, capacity } = candidate;
  if (blockers.length > 0)
    return (
      <>
        Cannot be asked:{" "}
        {blockers
          .map((code) => (assignBlockerLabels[code] ?? code).toLowerCase())
          .join("; ")}
      </>
    );
  const ties = candidateTies(candidate, language);
  return (
    <span className="grid gap-1">
      {affiliation && <span>{affiliation}</span>}
      <span className="flex flex-wrap items-center gap-x-2">
        <LoadBar open={openReviews} capacity={capacity} />
        <span>{loadInWords(candidate)}</span>
      </span>
      <span>{candidateFacts(candidate).join(" · ")}</span>
      {ties.map((tie) => (
        <span key={tie} className="font-bold text-changes">
          {tie}
        </span>
      ))}
    </span>
  );
}

/** As many boxes as somebody takes at a time, filled as far as they are full. */
function LoadBar({ open, capacity }: { open: number; capacity: number }) {
  const boxes = Math.min(Math.max(capacity, open), 12);
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {Array.from({ length: boxes }, (_, place) => (
        <span
          key={place}
          className={`inline-block h-2.5 w-2.5 border border-edge ${place < open ? "bg-ink-2" : "bg-paper"}`}
        />
      ))}
    </span>
  );
}
