import { ButtonLink, ButtonRow } from "~/components/button";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { DecisionForm } from "~/components/review/decision-form";
import { SignatureBlock } from "~/components/review/signature-block";
import { paths } from "~/lib/paths";
import { momentInWords } from "~/wording/days";
import type { SignPlace } from "~/wording/review";
import type { ReviewScreen } from "./load-review.server";
import { OwnApprovalForm } from "./own-approval-form";
import { type Answer, answerOf } from "~/lib/performed";

type Props = { review: ReviewScreen; act: string | null; answer: Answer };

/** What was signed, or the form to sign, or why it cannot be signed. */
export function DecisionSection({ review, act, answer }: Props) {
  const { signature, blockers } = review;
  const isOpen = review.closedBecause === null && review.moved === null;
  const isFormOpen =
    isOpen && (!signature || act === "again" || answer?.intent === "decide");
  const stops = blockers.filter((each) => !each.stopsApprovalOnly);
  const keepsTyped = answer?.intent === "decide" && stops.length > 0;
  return (
    <Section id="decision" title="Your decision">
      <div className="grid gap-5">
        {signature && <Signed review={review} isOpen={isOpen} act={act} />}
        {signature &&
          signature.verdict === "approve" &&
          (act === "revoke" || act === "reaffirm") && (
            <OwnApprovalForm
              act={act}
              cancelHref={`${paths.review(review.id)}#decision`}
              {...answerOf(answer, act)}
            />
          )}
        {(isFormOpen || (!isOpen && !signature)) && (
          <SignBlockers review={review} />
        )}
        {((isFormOpen && stops.length === 0) || keepsTyped) && (
          <DecisionForm
            {...answerOf(answer, "decide")}
            contentSha256={review.contentSha256}
            versionNumber={review.versionNumber}
            seenDecisionId={signature?.id ?? null}
            mayApprove={blockers.length === 0}
            maySign={stops.length === 0}
            claims={review.claims}
            values={review.values}
            questions={review.questions}
            unsentRemarks={review.privateRemarks.length}
            isOfParts={review.isOfParts}
            isAdjudicating={review.answersDecisionId !== null}
            intervalMonths={review.intervalMonths}
            today={review.today}
            earliestEvidenceDay={review.earliestEvidenceDay}
            latestDue={review.latestDue}
            earliestDue={review.earliestDue}
          />
        )}
      </div>
    </Section>
  );
}

function Signed(props: {
  review: ReviewScreen;
  isOpen: boolean;
  act: string | null;
}) {
  const { review, isOpen, act } = props;
  const { signature, timeZone } = review;
  if (!signature) return null;
  const here = paths.review(review.id);
  const isStanding = signature.verdict === "approve" && !signature.revokedKind;
  return (
    <SignatureBlock
      signature={signature}
      timeZone={timeZone}
      note={
        isStanding && isOpen
          ? `Good for publication until ${momentInWords(signature.goodUntil, timeZone)}`
          : undefined
      }
      action={
        act === null && (
          <ButtonRow>
            {isStanding && isOpen && (
              <ButtonLink href={`${here}?act=reaffirm#decision`} isSmall>
                Reaffirm
              </ButtonLink>
            )}
            {isOpen && (
              <ButtonLink href={`${here}?act=again#decision`} isSmall>
                Decide again
              </ButtonLink>
            )}
            {isStanding && (
              <ButtonLink
                href={`${here}?act=revoke#decision`}
                isSmall
                tone="danger"
              >
                Revoke this approval
              </ButtonLink>
            )}
          </ButtonRow>
        )
      }
    />
  );
}

const closes = new Set(["stale_version", "round_closed"]);

const placeLinks: Record<
  NonNullable<SignPlace>,
  { href: string; label: string }
> = {
  accept: { href: "#content", label: "To the invitation" },
  declaration: { href: paths.interests(), label: "To the declaration" },
  interests: { href: "#interests", label: "Answer now" },
};

function SignBlockers({ review }: { review: ReviewScreen }) {
  // What closes the round makes every other reason idle.
  const closing = review.blockers.filter(({ code }) => closes.has(code));
  const blockers = closing.length > 0 ? closing.slice(0, 1) : review.blockers;
  if (blockers.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={
        blockers.some((each) => !each.stopsApprovalOnly)
          ? "You cannot sign a decision now"
          : "You cannot approve yet"
      }
    >
      <ul className="grid gap-1">
        {blockers.map(({ code, sentence, place }) => (
          <li key={code}>
            {sentence}{" "}
            {place && (
              <a href={placeLinks[place].href}>{placeLinks[place].label}</a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
