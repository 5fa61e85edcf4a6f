import { Button, ButtonLink } from "~/components/button";
import { Notice } from "~/components/notice";
import { OutsideSaid } from "~/components/outside/outside-said";
import { Section } from "~/components/page-heading";
import { LateStatus } from "~/components/status";
import { KeptSections } from "~/components/review/kept-sections";
import { ReviewSeats } from "~/components/review-seats";
import { type Answer } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { deadlineInWords, dayInWords } from "~/wording/days";
import { needLabel, roundKindLabels } from "~/wording/labels";
import { Alternates } from "./alternates";
import { AssignPanel } from "./assign-panel";
import { DecisionsList } from "./decisions-list";
import type { RoundScreen } from "./load-rounds.server";
import { ProposedColleagues } from "./proposed-colleagues";
import { RoundRemarks } from "./round-remarks";
import type { RoundsKnown } from "./rounds-known";
import { type Seat, seatsOf } from "./seats";

type Props = { round: RoundScreen; known: RoundsKnown; answer: Answer };

/** One round in full: its seats, what was signed, what was remarked. */
export function RoundSection({ round, known, answer }: Props) {
  const { seats, left } = seatsOf(round.needs, round.assignments);
  const { slug, seat } = known;
  const here = paths.deskPageAct(slug, "review");
  const isOpen = round.closedAt === null;
  const hasSteps = new Set(round.needs.map(({ step }) => step)).size > 1;
  return (
    <Section
      title={`Version ${String(round.versionNumber)} · ${roundKindLabels[round.kind]}`}
      action={
        <a href={paths.deskVersion(slug, round.versionId)}>Read this version</a>
      }
    >
      <div className="grid gap-6">
        <Standing round={round} />
        <ReviewSeats
          seats={seats.map((each, index) => ({
            key:
              each.assignment?.id ?? `${each.need.expertise} ${String(index)}`,
            expertise: needLabel(each.need.expertise),
            step: hasSteps ? each.need.step : undefined,
            ...holderOf(each),
            action: known.mayAssign && isOpen && (
              <SeatAction seat={each} roundId={round.id} here={here} />
            ),
          }))}
        />
        {seat?.roundId === round.id && isOpen && (
          <AssignPanel
            seat={seat}
            round={round}
            candidates={known.candidates}
            language={known.language}
            proposed={known.proposed}
            cancelHref={here}
            answer={answer}
          />
        )}
        {left.length > 0 && (
          <ul className="grid gap-1 text-ink-2">
            {left.map((each) => (
              <li key={each.id}>
                {each.reviewerName} ({needLabel(each.expertise).toLowerCase()}){" "}
                {leftWords[each.state] ?? "left"}
                {each.declineReason ? `: ${each.declineReason}` : "."}{" "}
                {known.mayAssign && isOpen && (
                  <a
                    href={`${here}?seat=${round.id}~${each.expertise}&reviewer=${each.reviewerId}#assign`}
                  >
                    Ask {each.reviewerName} again
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
        <KeptSections sections={round.sections} />
        <OutsideSaid said={round.outsideSaid} />
        {isOpen && known.mayAssign && (
          <ProposedColleagues
            colleagues={round.colleagues}
            roundId={round.id}
            here={here}
          />
        )}
        {isOpen && (
          <Alternates round={round} known={known} here={here} answer={answer} />
        )}
        <DecisionsList round={round} known={known} here={here} />
        <RoundRemarks round={round} known={known} here={here} answer={answer} />
        {isOpen && known.mayWrite && <TakeBack versionId={round.versionId} />}
      </div>
    </Section>
  );
}

const leftWords: Record<string, string> = {
  declined: "declined",
  lapsed: "did not answer in time",
  dismissed: "was dismissed",
};

function Standing({ round }: { round: RoundScreen }) {
  if (round.closedBecause === "published")
    return <Notice tone="done" title="This version was published." />;
  if (round.closedBecause)
    return (
      <Notice
        tone="info"
        title={
          round.closedBecause === "taken_back"
            ? "This version was taken back; nothing more is decided in it."
            : "A newer version took the place of this one."
        }
      />
    );
  if (round.isFullyApproved)
    return (
      <Notice
        tone="done"
        title="Every approval that the review rules ask for is signed."
      />
    );
  return null;
}

function holderOf({ assignment }: Seat) {
  if (!assignment) return {};
  const { state, verdict, signedOn, reviewBy, respondBy, today } = assignment;
  const day = state === "invited" ? respondBy : reviewBy;
  return {
    person: {
      name: assignment.reviewerName,
      credentials: assignment.credentials,
      id: assignment.reviewerId,
    },
    state,
    verdict: verdict ?? undefined,
    note:
      state === "done" && signedOn ? (
        `signed ${dayInWords(signedOn)}`
      ) : day < today ? (
        <LateStatus>{deadlineInWords(today, day)}</LateStatus>
      ) : (
        `${state === "invited" ? "answer" : "review"} ${deadlineInWords(today, day)}`
      ),
  };
}

function SeatAction(props: { seat: Seat; roundId: string; here: string }) {
  const { seat, roundId, here } = props;
  const { need, assignment } = seat;
  if (!assignment)
    return (
      <ButtonLink
        href={`${here}?seat=${roundId}~${need.expertise}#assign`}
        isSmall
        label={`Choose a reviewer: ${needLabel(need.expertise)}`}
      >
        Choose a reviewer
      </ButtonLink>
    );
  if (assignment.state === "done") return null;
  return (
    <form method="post">
      <input type="hidden" name="intent" value="dismiss" />
      <input type="hidden" name="assignmentId" value={assignment.id} />
      <Button isSmall aria-label={`Dismiss ${assignment.reviewerName}`}>
        Dismiss
      </Button>
    </form>
  );
}

function TakeBack({ versionId }: { versionId: string }) {
  return (
    <details>
      <summary className="cursor-pointer">Take this version back</summary>
      <form method="post" className="mt-3 grid max-w-form gap-3">
        <p>
          The round closes, its reviewers are dismissed and told, and a schedule
          is cancelled. The draft stays as it is.
        </p>
        <input type="hidden" name="intent" value="take_back" />
        <input type="hidden" name="versionId" value={versionId} />
        <div>
          <Button tone="danger">Take this version back</Button>
        </div>
      </form>
    </details>
  );
}
