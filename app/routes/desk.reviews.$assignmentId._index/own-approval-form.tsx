import { RadioGroup } from "~/components/choice-fields";
import { ConfirmForm } from "~/components/confirm-form";
import { PasswordAgain } from "~/components/password-again";
import { TextArea } from "~/components/text-field";
import { revocationKinds } from "~/domain/words";
import type { FieldError } from "~/lib/parse-form";
import { errorFor, typedText, type TypedForm } from "~/lib/parse-form";
import { revocationConsequences, revocationLabels } from "~/wording/labels";

type Props = {
  act: "revoke" | "reaffirm";
  cancelHref: string;
  /** On the sample desk alone: what its people sign with. */
  samplePassword?: string;
  errors: readonly FieldError[];
  typed: TypedForm;
};

/** Takes one's own approval back, or keeps it good for the same text. */
export function OwnApprovalForm(props: Props) {
  const { act, cancelHref, errors, typed } = props;
  const password = (
    <PasswordAgain
      samplePassword={props.samplePassword}
      error={errorFor(errors, "password")}
    />
  );
  if (act === "reaffirm")
    return (
      <ConfirmForm
        title="Reaffirm your approval"
        consequences={[
          "You sign again for exactly the same text; it has not changed since.",
          "It can be published for longer. No date moves.",
        ]}
        act="Sign again"
        hidden={{ intent: "reaffirm" }}
        cancelHref={cancelHref}
      >
        {password}
      </ConfirmForm>
    );
  return (
    <ConfirmForm
      title="Revoke your approval"
      consequences={[
        "It no longer counts, and the editors are told at once.",
        "It has no undo: to approve the text again you sign a new decision.",
      ]}
      act="Revoke this approval"
      tone="danger"
      hidden={{ intent: "revoke" }}
      cancelHref={cancelHref}
    >
      <RadioGroup
        name="kind"
        label="Why"
        value={typedText(typed, "kind")}
        error={errorFor(errors, "kind")}
        options={revocationKinds.map((kind) => ({
          value: kind,
          label: revocationLabels[kind],
          hint: `If the page is live: ${revocationConsequences[kind]}`,
        }))}
      />
      <TextArea
        name="reason"
        label="Reason"
        hint="The editors read it. It is kept with the act."
        value={typedText(typed, "reason")}
        error={errorFor(errors, "reason")}
      />
      {password}
    </ConfirmForm>
  );
}
