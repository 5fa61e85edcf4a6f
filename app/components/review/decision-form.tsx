import type { FieldError } from "~/lib/parse-form";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import { dayInWords } from "~/wording/days";
import { approvalMeaning, verdictMeanings } from "~/wording/labels";
import { Button } from "../button";
import { ClaimFields, type ClaimToConfirm } from "./claim-fields";
import { KeyAgainFields, type ValueToKey } from "./key-again-fields";
import { ShortFormFields } from "./short-form-fields";
import { RadioGroup } from "../choice-fields";
import { DayField, TextArea, TextField } from "../text-field";

type Props = {
  /** The hash of the text on this screen: what is signed. */
  contentSha256: string;
  versionNumber: number;
  /** The signer's latest decision, so that a form sent twice signs once. */
  seenDecisionId: string | null;
  /** Whether an approval can be signed now, or a request for changes only. */
  mayApprove: boolean;
  /** False when only what was typed is kept, to be copied from here. */
  maySign: boolean;
  /** In a review of an unchanged text: what is confirmed sentence by sentence. */
  claims: readonly ClaimToConfirm[];
  /** What changed and is keyed again before an approval. */
  values: readonly ValueToKey[];
  questions: readonly { id: string; question: string }[];
  /** Remarks that go out with the decision. */
  unsentRemarks: number;
  /** Whether the round asks for parts of the text, and not for all of it. */
  isOfParts: boolean;
  /** Whether this reviewer settles a disagreement, and so says why. */
  isAdjudicating: boolean;
  intervalMonths: number;
  today: string;
  earliestEvidenceDay: string;
  latestDue: string;
  /** The first day after today. */
  earliestDue: string;
  /** Where a code goes that stands in for a password: for experts from outside. */
  codeGoesTo?: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** A reviewer's verdict: what it means, what it rests on, and their signature. */
export function DecisionForm(props: Props) {
  const { errors, typed, mayApprove } = props;
  const field = (name: string) => ({
    name,
    error: errorFor(errors, name),
    value: typedText(typed, name),
  });
  return (
    <form method="post" className="panel grid max-w-form gap-6 p-4 sm:p-5">
      {!props.codeGoesTo && (
        <input type="hidden" name="intent" value="decide" />
      )}
      <input type="hidden" name="sha" value={props.contentSha256} />
      <input type="hidden" name="seen" value={props.seenDecisionId ?? ""} />
      <RadioGroup
        {...field("verdict")}
        label="Your verdict"
        options={[
          {
            value: "approve",
            label: "Approve",
            hint: mayApprove
              ? `“${approvalMeaning(props.isOfParts)}”`
              : "Not possible yet: see above.",
            isDisabled: !mayApprove,
          },
          {
            value: "request_changes",
            label: "Request changes",
            hint: `“${verdictMeanings.request_changes}”`,
          },
        ]}
      />
      {mayApprove && <ClaimFields {...props} />}
      {mayApprove && <KeyAgainFields {...props} />}
      {mayApprove && <ShortFormFields {...props} />}
      <TextArea
        {...field("comment")}
        label="Comment"
        hint={
          props.isAdjudicating
            ? "You settle a disagreement: say why you decide as you do. It reaches both sides and the editor, never readers."
            : "Needed to request changes: say what has to change. It reaches the authors and the editor, never readers."
        }
        rows={5}
        isOptional={!props.isAdjudicating}
      />
      <DayField
        {...field("evidenceCheckedTo")}
        label="Evidence checked to"
        hint="The day up to which you looked at the evidence; readers see it. Needed for an approval, not to request changes."
        min={props.earliestEvidenceDay}
        max={props.today}
        mayStayEmpty
      />
      <DayField
        {...field("nextReviewDue")}
        value={typedText(typed, "nextReviewDue") || props.latestDue}
        label="Next review due"
        hint={`Filled in by the review rules: ${String(props.intervalMonths)} months, ${dayInWords(props.latestDue)}. Left as it is, you sign for the interval. Name an earlier day if this text will not stay right that long; a later one is refused.`}
        min={props.earliestDue}
        max={props.latestDue}
      />
      <input type="hidden" name="filledDue" value={props.latestDue} />
      {props.maySign ? (
        <Signing
          versionNumber={props.versionNumber}
          unsentRemarks={props.unsentRemarks}
          codeGoesTo={props.codeGoesTo}
          error={errorFor(errors, props.codeGoesTo ? "code" : "password")}
        />
      ) : (
        <p className="border-t border-rule pt-5">
          This can no longer be signed on this version. Copy what you wrote from
          here.
        </p>
      )}
    </form>
  );
}

function Signing(props: {
  versionNumber: number;
  unsentRemarks: number;
  codeGoesTo: string | undefined;
  error: string | undefined;
}) {
  const { versionNumber, unsentRemarks, codeGoesTo, error } = props;
  return (
    <div className="grid gap-5 border-t border-rule pt-5">
      <p>
        You sign version {versionNumber} as it stands on this screen, with your
        name, credentials, the sentence above and the moment.
        {unsentRemarks > 0 &&
          ` ${unsentRemarks === 1 ? "Your remark goes" : `Your ${String(unsentRemarks)} remarks go`} out with it.`}{" "}
        A signature has no undo: you may decide again, and both are kept.
      </p>
      {codeGoesTo ? (
        <SigningByCode codeGoesTo={codeGoesTo} error={error} />
      ) : (
        <>
          <TextField
            name="password"
            label="Your password"
            hint="To confirm that it is you."
            type="password"
            autoComplete="current-password"
            width="medium"
            error={error}
          />
          <div>
            <Button tone="primary">Sign this decision</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** First a code by mail, then the code in its field: the form keeps what was typed. */
function SigningByCode(props: {
  codeGoesTo: string;
  error: string | undefined;
}) {
  return (
    <>
      <div>
        <Button name="intent" value="outside_code">
          Mail me a code
        </Button>
        <p className="mt-2 text-ink-2">
          It goes to {props.codeGoesTo} within a minute or two, works for ten
          minutes, and only for the verdict chosen above.
        </p>
      </div>
      <TextField
        name="code"
        label="Code from the mail"
        hint="Six digits."
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        isMono
        isOptional
        error={props.error}
      />
      <div>
        <Button tone="primary" name="intent" value="outside_sign">
          Sign this decision
        </Button>
      </div>
    </>
  );
}
