import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { SignatureBlock } from "~/components/review/signature-block";
import type { ReviewScreen } from "./load-review.server";

/** For whoever settles a disagreement: the request, and who approved all the same. */
export function Adjudication({ review }: { review: ReviewScreen }) {
  const { asksAbout: request, others, timeZone } = review;
  if (!request) return null;
  const approvals = others.filter(
    ({ id, verdict }) => id !== request.id && verdict === "approve",
  );
  return (
    <Section id="disagreement" title="You are asked to adjudicate">
      <div className="grid gap-4">
        <Notice
          tone="info"
          title={`${request.signedName} requested changes to this version.`}
        >
          <p>
            Approve, and the request no longer stands in the way. Request
            changes, and the author has to write a new version. Your note says
            why; both sides read it.
          </p>
        </Notice>
        <SignatureBlock signature={request} timeZone={timeZone} />
        {approvals.map((approval) => (
          <SignatureBlock
            key={approval.id}
            signature={approval}
            timeZone={timeZone}
          />
        ))}
        {approvals.length === 0 && (
          <p>Nobody has approved this version so far.</p>
        )}
      </div>
    </Section>
  );
}
