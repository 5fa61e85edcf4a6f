import { ButtonLink } from "~/components/button";
import { DecisionRecord } from "~/components/review/decision-record";
import { SignatureBlock } from "~/components/review/signature-block";
import type { SignedDecision } from "~/data/decisions.server";
import { momentInWords } from "~/wording/days";
import type { RoundScreen } from "./load-rounds.server";
import type { RoundsKnown } from "./rounds-known";

type Props = { round: RoundScreen; known: RoundsKnown; here: string };

/** Every decision on the version, newest first; a standing request can be adjudicated. */
export function DecisionsList({ round, known, here }: Props) {
  if (round.decisions.length === 0) return null;
  const isOpen = round.closedAt === null;
  return (
    <div className="grid gap-3">
      <h3 className="text-h3">Signed decisions</h3>
      {round.decisions.map((decision) => (
        <SignatureBlock
          key={decision.id}
          signature={decision}
          timeZone={known.timeZone}
          record={recordOf(decision, round)}
          note={noteOn(decision, isOpen, known.timeZone)}
          action={
            isOpen &&
            known.mayAssign &&
            isStandingRequest(decision) && (
              <ButtonLink
                isSmall
                href={`${here}?seat=${round.id}~${decision.expertise}&answers=${decision.id}#assign`}
              >
                Ask a third reviewer to adjudicate
              </ButtonLink>
            )
          }
        />
      ))}
    </div>
  );
}

function recordOf({ id }: SignedDecision, { records }: RoundScreen) {
  const record = records.find(({ decisionId }) => decisionId === id);
  return record && <DecisionRecord record={record} />;
}

function isStandingRequest(decision: SignedDecision): boolean {
  return (
    decision.verdict === "request_changes" &&
    decision.isLatest &&
    !decision.isAdjudicated &&
    decision.revokedKind === null
  );
}

function noteOn(
  decision: SignedDecision,
  isOpen: boolean,
  timeZone: string,
): string | undefined {
  if (decision.revokedKind) return undefined;
  if (!decision.isLatest) return "They decided again since.";
  if (decision.isAdjudicated) return "Adjudicated by a third reviewer.";
  if (decision.verdict !== "approve" || !isOpen) return undefined;
  return decision.isCounted
    ? `Counts until ${momentInWords(decision.goodUntil, timeZone)}`
    : "Does not count now: see what stands before publication.";
}
