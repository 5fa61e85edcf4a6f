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
import { AfterSigning } from "./after-signing";
import { signerOf } from "./signer-of";
import { type Answer, answerOf } from "~/lib/performed";

type Props = {
  review: ReviewScreen;
  act: string | null;
  answer: Answer;
  /** On the sample desk alone: what its people sign with. */
  samplePassword?: string;
};

/** What was signed, or the form to sign, or why it cannot be signed. */
export function DecisionSection(props: Props) {
  const { review, act, answer, samplePassword } = props;
  const { signature, blockers } = review;
  const isOpen = review.closedBecause === null && review.moved === null;
  const isFormOpen =
    isOpen && (!signature || act === "again" || answer?.intent === "decide");
  const stops = blockers.filter((each) => !each.stopsApprovalOnly);
  if (review.state === "invited" && answer?.intent !== "decide")
    return (
      <Section id="decision" title="Your decision">
        <p>
          <a href="#asked">Accept this review</a> first. Then you decide here:
          you approve this version, or request changes, and sign it.
        </p>
      </Section>
    );
  const keepsTyped = answer?.intent === "decide" && stops.length > 0;
  return (
    <Section id="decision" title="Your decision">
      <div className="grid gap-5">
        {signature && <Signed review={review} isOpen={isOpen} act={act} />}
        {signature && <AfterSigning review={review} isOpen={isOpen} />}
        {signature &&
          signature.verdict === "approve" &&
          (act === "revoke" || act === "reaffirm") && (
            <OwnApprovalForm
              act={act}
              cancelHref={`${paths.review(review.id)}#decision`}
              samplePassword={samplePassword}
              {...answerOf(answer, act)}
            />
          )}
        {(isFormOpen || (!isOpen && !signature)) && stops.length > 0 && (
          <SignBlockers blockers={stops} />
        )}
        {((isFormOpen && stops.length === 0) || keepsTyped) && (
          <DecisionForm
            {...answerOf(answer, "decide")}
            contentSha256={review.contentSha256}
            versionNumber={review.versionNumber}
            seenDecisionId={signature?.id ?? null}
            blockers={blockers.filter((each) => each.stopsApprovalOnly)}
            sections={sectionsToRead(review)}
            mustFix={review.remarks.filter(
              ({ kind, isClosed }) => kind === "must_fix" && !isClosed,
            )}
            blockingFindings={
              review.findings.filter(
                ({ severity, setAsideBy }) =>
                  severity === "blocks" && !setAsideBy,
              ).length
            }
            maySign={stops.length === 0}
            claims={review.claims}
            values={review.values}
            questions={review.questions}
            unsentRemarks={review.privateRemarks.length}
            isOfParts={review.isOfParts}
            isAdjudicating={review.answersDecisionId !== null}
            signer={signerOf(review)}
            samplePassword={samplePassword}
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

/** All of them in a full review; in a smaller one those that changed. */
function sectionsToRead({ sections, isOfParts }: ReviewScreen) {
  return isOfParts
    ? sections.filter(({ isChanged, isTicked }) => isChanged || isTicked)
    : sections;
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
          ? `It can be published on this until ${momentInWords(signature.goodUntil, timeZone)}; then you are asked to reaffirm it`
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

function SignBlockers(props: { blockers: ReviewScreen["blockers"] }) {
  // What closes the round makes every other reason idle.
  const closing = props.blockers.filter(({ code }) => closes.has(code));
  const blockers = closing.length > 0 ? closing.slice(0, 1) : props.blockers;
  return (
    <Notice tone="warn" title="You cannot sign a decision now">
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
