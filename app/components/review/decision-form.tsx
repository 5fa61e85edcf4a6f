import { useRef } from "react";
import type { FieldError } from "~/lib/parse-form";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import type { ApprovalFacts } from "~/wording/before-approving";
import { dayInWords } from "~/wording/days";
import { approvalMeaning, verdictMeanings } from "~/wording/labels";
import { ClaimFields, type ClaimToConfirm } from "./claim-fields";
import { KeyAgainFields, type ValueToKey } from "./key-again-fields";
import { ShortFormFields } from "./short-form-fields";
import { RadioGroup } from "../choice-fields";
import { DayField, TextArea } from "../text-field";
import { BeforeApproving, StillOpen } from "./before-approving";
import { SigningFields } from "./signing-fields";
import { KeepDecision } from "./keep-decision";
import { UnkeptRemark } from "./unkept-remark";
import { useTyped } from "./use-typed";
import { type Signer, WhatReadersSee } from "./what-readers-see";

type Props = Pick<
  ApprovalFacts,
  "blockers" | "sections" | "mustFix" | "blockingFindings" | "questions"
> & {
  /** The hash of the text on this screen: what is signed. */
  contentSha256: string;
  versionNumber: number;
  /** The signer's latest decision, so that a form sent twice signs once. */
  seenDecisionId: string | null;
  /** False when only what was typed is kept, to be copied from here. */
  maySign: boolean;
  /** In a review of an unchanged text: what is confirmed sentence by sentence. */
  claims: readonly ClaimToConfirm[];
  /** What changed and is keyed again before an approval. */
  values: readonly ValueToKey[];
  /** Remarks that go out with the decision. */
  unsentRemarks: number;
  /** Whether the round asks for parts of the text, and not for all of it. */
  isOfParts: boolean;
  /** Whether this reviewer settles a disagreement, and so says why. */
  isAdjudicating: boolean;
  /** As whom readers would see the signer. */
  signer: Signer;
  intervalMonths: number;
  today: string;
  earliestEvidenceDay: string;
  latestDue: string;
  /** The first day after today. */
  earliestDue: string;
  /** Where a code goes that stands in for a password: for experts from outside. */
  codeGoesTo?: string;
  /** On the sample desk alone: what its people sign with. */
  samplePassword?: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** A reviewer's verdict: what it means, what it rests on, and their signature. */
export function DecisionForm(props: Props) {
  const { errors, typed, codeGoesTo } = props;
  const form = useRef<HTMLFormElement>(null);
  const said = useTyped(form, props);
  const facts: ApprovalFacts = {
    ...props,
    confirmedBy: codeGoesTo ? "code" : "password",
  };
  const field = (name: string) => ({
    name,
    error: errorFor(errors, name),
    value: typedText(typed, name),
  });
  return (
    <form
      ref={form}
      method="post"
      // Where what became of it is said, wherever the address pointed before.
      action="#answer"
      // The server names all that is missing at once, and so does the list.
      noValidate
      className="panel grid gap-6 p-4 sm:p-5"
    >
      {!codeGoesTo && <input type="hidden" name="intent" value="decide" />}
      <input type="hidden" name="sha" value={props.contentSha256} />
      <input type="hidden" name="seen" value={props.seenDecisionId ?? ""} />
      <KeepDecision
        form={form}
        of={`${props.contentSha256} ${props.seenDecisionId ?? ""} ${props.signer.name}`}
        cameBack={Object.keys(typed).length > 0}
        hasScript={!codeGoesTo}
      />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <RadioGroup
          {...field("verdict")}
          label="Your verdict"
          options={[
            {
              value: "approve",
              label: "Approve",
              hint: `“${approvalMeaning(props.isOfParts)}”`,
            },
            {
              value: "request_changes",
              label: "Request changes",
              hint: `“${verdictMeanings.request_changes}”`,
            },
          ]}
        />
        {props.maySign && <BeforeApproving facts={facts} said={said} />}
      </div>
      <div className="grid max-w-form gap-6">
        <ClaimFields {...props} />
        <KeyAgainFields {...props} />
        <ShortFormFields {...props} />
        <TextArea
          {...field("comment")}
          label="Note with your decision"
          hint={
            props.isAdjudicating
              ? "You settle a disagreement: say why you decide as you do. It reaches both sides and the editor, never readers."
              : `On the whole of it. It reaches the authors and the editor once, with your decision; readers never see it. What is about one place is better a ${codeGoesTo ? "comment, below" : "remark, which the authors answer there"}.`
          }
          rows={5}
          isOptional={!props.isAdjudicating}
          neededWhen="needed to request changes, or beside a no above"
        />
        <DayField
          {...field("evidenceCheckedTo")}
          label="Evidence checked to"
          hint="The day up to which you looked at the evidence; readers see it."
          min={props.earliestEvidenceDay}
          max={props.today}
          isOptional
          neededWhen="needed to approve"
        />
        <DayField
          {...field("nextReviewDue")}
          value={typedText(typed, "nextReviewDue") || props.latestDue}
          label="Next review due"
          hint={`Filled in by the review rules: ${String(props.intervalMonths)} months, ${dayInWords(props.latestDue)}. Left as it is, you sign for the interval. Name an earlier day if this text will not stay right that long; a later one is refused.`}
          min={props.earliestDue}
          max={props.latestDue}
        />
      </div>
      <input type="hidden" name="filledDue" value={props.latestDue} />
      {props.maySign ? (
        <div className="grid gap-5 border-t border-rule pt-5">
          <WhatReadersSee {...props} said={said} />
          <div className="max-w-form">
            <SigningFields
              {...props}
              codeGoesTo={codeGoesTo}
              samplePassword={props.samplePassword}
              error={errorFor(errors, codeGoesTo ? "code" : "password")}
            >
              <StillOpen facts={facts} said={said} />
              <UnkeptRemark form={form} />
            </SigningFields>
          </div>
        </div>
      ) : (
        <p className="border-t border-rule pt-5">
          This can no longer be signed on this version. Copy what you wrote from
          here.
        </p>
      )}
    </form>
  );
}
