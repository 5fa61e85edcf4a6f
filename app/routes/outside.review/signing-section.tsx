import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { Notice } from "~/components/notice";
import { OutsideApprovalForm } from "~/components/outside/outside-approval-form";
import { OutsideInterestsForm } from "~/components/outside/outside-interests-form";
import { Section } from "~/components/page-heading";
import { DecisionForm } from "~/components/review/decision-form";
import { SignatureBlock } from "~/components/review/signature-block";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords, momentInWords } from "~/wording/days";
import { interestLabels, needLabel } from "~/wording/labels";
import type { OutsideSigningScreen } from "./load-signing.server";

type Props = {
  signing: OutsideSigningScreen;
  /** What the address asks for: to decide again, to reaffirm or to revoke. */
  act: string | null;
  answer: Answer;
};

/** An outside expert's signature: what is asked, their interests, the verdict. */
export function SigningSection({ signing, act, answer }: Props) {
  const { signature, state, isOpen } = signing;
  const ownAct = act === "reaffirm" || act === "revoke" ? act : null;
  const decidesAgain =
    isOpen &&
    (act === "again" ||
      answer?.intent === "outside_sign" ||
      answer?.intent === "outside_code");
  return (
    <Section
      id="signature"
      title="Your decision"
      below="Readers see your name, what you signed for and your interests beside an approval."
    >
      <div className="grid gap-5">
        {signature && <Signed signing={signing} act={act} />}
        {signature?.verdict === "approve" &&
          !signature.revokedKind &&
          ownAct && (
            <OutsideApprovalForm
              act={ownAct}
              sha={signing.contentSha256}
              codeGoesTo={signing.email}
              answer={answer}
            />
          )}
        {isAsked(signing) && (
          <p>
            <a href="#asked">Accept</a> first. Then you decide here.
          </p>
        )}
        {!signature && state === "declined" && (
          <Notice
            tone="info"
            title="You declined to sign. Your comments are welcome all the same."
          />
        )}
        {((state === "accepted" && !signature) ||
          (signature && decidesAgain)) && (
          <Signing signing={signing} act={act} answer={answer} />
        )}
      </div>
    </Section>
  );
}

/** What was signed, and what its signer may still do about it. */
function Signed({ signing, act }: Pick<Props, "signing" | "act">) {
  const { signature, isOpen, timeZone } = signing;
  if (!signature) return null;
  const isStanding = signature.verdict === "approve" && !signature.revokedKind;
  const to = (word: string) => `${paths.outsideReview()}?act=${word}#signature`;
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
              <ButtonLink href={to("reaffirm")} isSmall>
                Reaffirm
              </ButtonLink>
            )}
            {isOpen && (
              <ButtonLink href={to("again")} isSmall>
                Decide again
              </ButtonLink>
            )}
            {isStanding && (
              <ButtonLink href={to("revoke")} isSmall tone="danger">
                Revoke this approval
              </ButtonLink>
            )}
            <ButtonLink href={paths.outsideCertificate()} isSmall tone="quiet">
              See your certificate
            </ButtonLink>
          </ButtonRow>
        )
      }
    />
  );
}

/** Whether a yes or no is still to be said. */
function isAsked({ signature, isOpen, state }: OutsideSigningScreen): boolean {
  return !signature && isOpen && (state === "invited" || state === "lapsed");
}

/** Before the text: what is asked of this person, with a yes or no while it is open. */
export function SigningAsked({ signing }: { signing: OutsideSigningScreen }) {
  const as = needLabel(signing.expertise).toLowerCase();
  if (!isAsked(signing))
    return (
      <p className="mb-6">
        You are asked to read this and to{" "}
        <a href="#signature">sign your decision</a> on it as {as}. Comments are
        welcome besides.
      </p>
    );
  return (
    <section
      className="panel mb-8 grid gap-4 p-4 sm:p-5"
      aria-labelledby="asked"
    >
      <h2 id="asked" className="text-h3">
        What is asked of you
      </h2>
      <p className="max-w-measure">
        To read this page and to sign your decision on it as {as}: approve it,
        or request changes. Say by{" "}
        <strong>{dayInWords(signing.respondBy)}</strong> whether you can; the
        signature itself is due by{" "}
        <strong>{dayInWords(signing.reviewBy)}</strong>. Declining needs no
        reason.
      </p>
      <ButtonRow>
        <form method="post">
          <input type="hidden" name="intent" value="outside_accept" />
          <Button tone="primary">Accept</Button>
        </form>
        <form method="post">
          <input type="hidden" name="intent" value="outside_decline" />
          <Button>Decline</Button>
        </form>
      </ButtonRow>
    </section>
  );
}

function Signing({ signing, answer }: Props) {
  const { blockers, refusal, declarationUntil, interestLevel } = signing;
  const intent =
    answer?.intent === "outside_code" ? "outside_code" : "outside_sign";
  const stops = blockers.filter((each) => !each.stopsApprovalOnly);
  const cannot = stops.length > 0 || refusal !== null || !signing.isOpen;
  const keepsTyped = answer?.intent === intent;
  const hasAnswered = interestLevel !== null && declarationUntil !== null;
  const sentences = [
    ...(refusal ? [refusal] : []),
    ...stops.map(({ sentence }) => sentence),
  ];
  return (
    <>
      {hasAnswered ? (
        <p>
          About your interests you said:{" "}
          <strong>{interestLabels[interestLevel]}</strong>.
        </p>
      ) : (
        <div id="interests">
          <OutsideInterestsForm {...answerOf(answer, "outside_interests")} />
        </div>
      )}
      {sentences.length > 0 && (
        <Notice tone="warn" title="You cannot sign now">
          <ul className="grid gap-1">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.intent === "outside_code" && answer.status === 200 && (
        <Notice
          tone="done"
          isAnswer
          title={`A code is on its way to ${signing.email}. What you wrote is still below: enter the code, then sign.`}
        />
      )}
      {(!cannot || keepsTyped) && (
        <DecisionForm
          {...signing}
          {...answerOf(answer, intent)}
          seenDecisionId={signing.signature?.id ?? null}
          blockers={blockers.filter((each) => each.stopsApprovalOnly)}
          sections={[]}
          mustFix={[]}
          blockingFindings={0}
          maySign={!cannot}
          unsentRemarks={0}
          isAdjudicating={false}
          codeGoesTo={signing.email}
        />
      )}
    </>
  );
}
