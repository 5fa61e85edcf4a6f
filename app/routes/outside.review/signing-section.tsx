import { Button, ButtonRow } from "~/components/button";
import { Notice } from "~/components/notice";
import { OutsideInterestsForm } from "~/components/outside/outside-interests-form";
import { Section } from "~/components/page-heading";
import { DecisionForm } from "~/components/review/decision-form";
import { SignatureBlock } from "~/components/review/signature-block";
import { type Answer, answerOf } from "~/lib/performed";
import { dayInWords } from "~/wording/days";
import { interestLabels, needLabel } from "~/wording/labels";
import type { OutsideSigningScreen } from "./load-signing.server";

type Props = { signing: OutsideSigningScreen; answer: Answer };

/** An outside expert's signature: what is asked, their interests, the verdict. */
export function SigningSection({ signing, answer }: Props) {
  const { signature, state, isOpen, expertise } = signing;
  return (
    <Section
      id="signature"
      title="Your signature"
      below={`You are asked to sign as ${needLabel(expertise).toLowerCase()}. Readers see your name, what you signed for and your interests beside an approval.`}
    >
      <div className="grid gap-5">
        {signature && (
          <SignatureBlock signature={signature} timeZone={signing.timeZone} />
        )}
        {!signature &&
          isOpen &&
          (state === "invited" || state === "lapsed") && (
            <Asked signing={signing} />
          )}
        {!signature && state === "declined" && (
          <Notice
            tone="info"
            title="You declined to sign. Your comments are welcome all the same."
          />
        )}
        {state === "accepted" && !signature && (
          <Signing signing={signing} answer={answer} />
        )}
      </div>
    </Section>
  );
}

function Asked({ signing }: { signing: OutsideSigningScreen }) {
  return (
    <div className="panel grid gap-4 p-4 sm:p-5">
      <p className="max-w-measure">
        Say by <strong>{dayInWords(signing.respondBy)}</strong> whether you can;
        the signature itself is due by{" "}
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
    </div>
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
    ...blockers.map(({ sentence }) => sentence),
  ];
  return (
    <>
      {hasAnswered ? (
        <p>
          About your interests you said:{" "}
          <strong>{interestLabels[interestLevel]}</strong>.
        </p>
      ) : (
        <OutsideInterestsForm {...answerOf(answer, "outside_interests")} />
      )}
      {sentences.length > 0 && (
        <Notice
          tone="warn"
          title={cannot ? "You cannot sign now" : "You cannot approve yet"}
        >
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
          seenDecisionId={null}
          mayApprove={!cannot && blockers.length === 0}
          maySign={!cannot}
          unsentRemarks={0}
          isAdjudicating={false}
          codeGoesTo={signing.email}
        />
      )}
    </>
  );
}
