import type { WaitingAct } from "~/lib/paths";
import { paths } from "~/lib/paths";
import { deadlineInWords, shortDayInWords } from "~/wording/days";
import { automaticSteps } from "~/wording/review-reminder";

export type ShownWaiting = {
  assignmentId: string;
  name: string;
  state: "invited" | "accepted";
  since: string;
  day: string;
  remindedOn: string | null;
  nextStep: "before" | "late" | "lapse" | null;
  nextStepOn: string | null;
};

type Props = {
  reviewers: readonly ShownWaiting[];
  today: string;
  /** Editors act from here; others only read who holds the page. */
  mayAct: boolean;
};

const acts: { act: WaitingAct; label: string }[] = [
  { act: "remind", label: "Remind" },
  { act: "stand-in", label: "Stand-in" },
  { act: "extend", label: "More time" },
];

/** Who holds a page since when, the last reminder, and what happens next by itself. */
export function WaitingCell({ reviewers, today, mayAct }: Props) {
  return (
    <ul className="mt-1 grid gap-2">
      {reviewers.map((reviewer) => (
        <li key={reviewer.assignmentId} className="text-small">
          <span className="font-bold">{reviewer.name}</span>
          <span className={reviewer.day < today ? " text-overdue" : ""}>
            {" "}
            {deadlineInWords(today, reviewer.day)}
          </span>
          <span className="block text-ink-2">{factsOf(reviewer)}</span>
          {mayAct && (
            <span className="no-print flex flex-wrap gap-x-3">
              {acts.map(({ act, label }) => (
                <a
                  key={act}
                  href={paths.waiting(reviewer.assignmentId, act)}
                  aria-label={`${label}: ${reviewer.name}`}
                  className="inline-block py-1"
                >
                  {label}
                </a>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function factsOf(reviewer: ShownWaiting): string {
  const { state, since, remindedOn, nextStep, nextStepOn } = reviewer;
  return [
    `${state === "invited" ? "asked" : "reviewing since"} ${shortDayInWords(since)}`,
    remindedOn ? `reminded ${shortDayInWords(remindedOn)}` : "not reminded yet",
    nextStep && nextStepOn
      ? `next: ${automaticSteps[nextStep]} ${shortDayInWords(nextStepOn)}`
      : "next: nothing by itself",
  ].join(" · ");
}
