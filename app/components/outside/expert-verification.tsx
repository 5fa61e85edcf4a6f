import { type Expertise, expertises } from "~/domain/words";
import {
  errorFor,
  type FieldError,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { dayInWords } from "~/wording/days";
import { expertiseLabels } from "~/wording/labels";
import { Button } from "../button";
import { Select } from "../choice-fields";
import { TextArea, TextField } from "../text-field";

type Verified = {
  id: string;
  personId: string;
  expertise: Expertise;
  email: string;
  how: string;
  verifiedBy: string;
  verifiedOn: string;
  endedBy: string | null;
  endedOn: string | null;
  endReason: string | null;
  isStanding: boolean;
};

type Props = {
  expert: { linkId: string; personId: string; name: string };
  verifications: readonly Verified[];
  /** Whether the link is to the version in review and the rules let them sign by code. */
  mayAsk: boolean;
  answer: {
    about: string;
    errors: readonly FieldError[];
    typed: TypedForm;
  } | null;
};

/** Who verified a person from outside and how, and what follows: asking them to sign. */
export function ExpertVerification(props: Props) {
  const { expert, verifications, mayAsk, answer } = props;
  const theirs = verifications.filter((v) => v.personId === expert.personId);
  const standing = theirs.filter((v) => v.isStanding);
  const isAnswered = answer?.about === expert.linkId;
  const field = (name: string) => ({
    name,
    value: isAnswered ? typedText(answer.typed, name) : "",
    error: isAnswered ? errorFor(answer.errors, name) : undefined,
  });
  return (
    <div className="grid gap-3 border-t border-rule pt-3">
      {theirs.map((verified) => (
        <OneVerification key={verified.id} verified={verified} />
      ))}
      {standing.length > 0 && mayAsk && (
        <form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="ask_outside_to_sign" />
          <input type="hidden" name="linkId" value={expert.linkId} />
          <Select
            name="signsAs"
            label={`Ask ${expert.name} to sign as`}
            value={standing[0]?.expertise}
            options={standing.map(({ expertise }) => ({
              value: expertise,
              label: expertiseLabels[expertise],
            }))}
          />
          <Button>Ask to sign</Button>
        </form>
      )}
      <details open={isAnswered}>
        <summary className="min-h-6 cursor-pointer">
          Verify {expert.name}
        </summary>
        <form method="post" className="mt-3 grid max-w-form gap-4">
          <input type="hidden" name="intent" value="verify_expert" />
          <input type="hidden" name="linkId" value={expert.linkId} />
          <input type="hidden" name="personId" value={expert.personId} />
          <Select
            {...field("expertise")}
            label="Expertise"
            emptyLabel="Choose the expertise"
            options={expertises.map((value) => ({
              value,
              label: expertiseLabels[value],
            }))}
          />
          <TextArea
            {...field("how")}
            label="How you made sure"
            hint="Of the person, of what they are, and that the address is theirs: a register entry, a call to their hospital. Kept for the desk; readers do not see it."
            rows={3}
          />
          <div>
            <Button>Verify this person</Button>
          </div>
        </form>
      </details>
    </div>
  );
}

function OneVerification({ verified }: { verified: Verified }) {
  const { expertise, verifiedBy, verifiedOn, how, email, isStanding } =
    verified;
  return (
    <div className="max-w-measure">
      <p>
        Verified as <strong>{expertiseLabels[expertise].toLowerCase()}</strong>{" "}
        at {email} by {verifiedBy} on {dayInWords(verifiedOn)}: {how}
      </p>
      {verified.endedBy && verified.endedOn && (
        <p className="text-ink-2">
          Taken back by {verified.endedBy} on {dayInWords(verified.endedOn)}:{" "}
          {verified.endReason}
        </p>
      )}
      {!isStanding && !verified.endedBy && (
        <p className="text-ink-2">
          Their address has changed since, so it holds no more.
        </p>
      )}
      {isStanding && (
        <details>
          <summary className="min-h-6 cursor-pointer">
            Take this verification back
          </summary>
          <form method="post" className="mt-2 grid max-w-form gap-3">
            <input type="hidden" name="intent" value="end_verification" />
            <input type="hidden" name="verificationId" value={verified.id} />
            <TextField name="reason" label="Reason" maxLength={2000} />
            <div>
              <Button>Take the verification back</Button>
            </div>
          </form>
        </details>
      )}
    </div>
  );
}
