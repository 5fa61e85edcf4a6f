import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { dayInWords } from "~/wording/days";
import { Checkbox } from "../choice-fields";
import { Status } from "../status";
import { TextField } from "../text-field";

export type ClaimToConfirm = {
  claimId: string;
  blockId: string;
  sentence: string;
  isConfirmed: boolean;
  lastSource: string | null;
  lastTrueOn: string | null;
};

type Props = {
  claims: readonly ClaimToConfirm[];
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Sentence by sentence: still true, and by which source. */
export function ClaimFields({ claims, errors, typed }: Props) {
  if (claims.length === 0) return null;
  return (
    <fieldset className="grid gap-5">
      <legend className="text-h3 font-bold">Still true</legend>
      <p className="max-w-measure text-ink-2">
        The text is the one that is live, and{" "}
        {claims.length === 1
          ? "one sentence of it can"
          : `${String(claims.length)} sentences of it can`}{" "}
        go out of date. Look at the source of each and confirm it as of the day
        that you name under “Evidence checked to”. Where one is true no more,
        request changes.
      </p>
      {claims.map((claim, index) => (
        <Claim
          key={claim.claimId}
          number={index + 1}
          claim={claim}
          errors={errors}
          typed={typed}
        />
      ))}
    </fieldset>
  );
}

function Claim(props: {
  number: number;
  claim: ClaimToConfirm;
  errors: readonly FieldError[];
  typed: TypedForm;
}) {
  const { number, claim, errors, typed } = props;
  const { claimId, sentence, lastSource, lastTrueOn } = claim;
  return (
    <div className="grid gap-3 border-t border-rule pt-4">
      <p className="max-w-measure">
        {number}. “{sentence}”{" "}
        <a href={`#b-${claim.blockId}`}>Show in the text</a>
      </p>
      {claim.isConfirmed && lastSource && lastTrueOn ? (
        <p>
          <Status shape="disc_tick" colour="text-approved">
            Still true
          </Status>{" "}
          as of {dayInWords(lastTrueOn)}, by {lastSource}
        </p>
      ) : (
        <>
          <Checkbox
            name={`still-${claimId}`}
            label={`Sentence ${String(number)} is still true`}
            isChecked={typedText(typed, `still-${claimId}`) === "yes"}
            error={errorFor(errors, `still-${claimId}`)}
          />
          <TextField
            name={`claim-${claimId}`}
            label={`Source of sentence ${String(number)}`}
            hint={
              lastSource
                ? `Named last: ${lastSource}${lastTrueOn ? `, as of ${dayInWords(lastTrueOn)}` : ""}.`
                : "The guideline, licence or paper that you looked at, with its date."
            }
            maxLength={500}
            isOptional
            neededWhen="needed to approve"
            value={typedText(typed, `claim-${claimId}`) || (lastSource ?? "")}
            error={errorFor(errors, `claim-${claimId}`)}
          />
        </>
      )}
    </div>
  );
}
