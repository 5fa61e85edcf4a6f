import { revocationKinds } from "~/domain/words";
import { errorFor, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import type { Answer } from "~/lib/performed";
import { revocationConsequences, revocationLabels } from "~/wording/labels";
import { Button, ButtonLink, ButtonRow } from "../button";
import { RadioGroup } from "../choice-fields";
import { MailedCode } from "../mailed-code";
import { Notice } from "../notice";
import { TextArea } from "../text-field";

type Props = {
  act: "reaffirm" | "revoke";
  /** The hash of the text that was signed. */
  sha: string;
  codeGoesTo: string;
  answer: Answer;
};

const wording = {
  reaffirm: {
    title: "Reaffirm your approval",
    consequences: [
      "You sign again for exactly the same text; it has not changed since.",
      "It can be published for longer. No date moves.",
    ],
    button: "Sign again",
  },
  revoke: {
    title: "Revoke your approval",
    consequences: [
      "It no longer counts, and the editors are told at once.",
      "It has no undo: to approve the text again you sign a new decision.",
    ],
    button: "Revoke this approval",
  },
} as const;

/** Takes an approval back that was signed from outside, or keeps it good; each by a code of its own. */
export function OutsideApprovalForm({ act, sha, codeGoesTo, answer }: Props) {
  const { title, consequences, button } = wording[act];
  const intent = `outside_${act}`;
  const isOurs =
    answer?.intent === intent || answer?.intent === "outside_own_code";
  const { errors, typed } = isOurs ? answer : { errors: [], typed: {} };
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <form method="post" className="panel grid max-w-form gap-5 p-4 sm:p-5">
      <div>
        <h3 className="text-h3">{title}</h3>
        <ul className="mt-2 grid list-disc gap-1 pl-5 marker:text-ink-3">
          {consequences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <input type="hidden" name="sha" value={sha} />
      <input type="hidden" name="act" value={act} />
      {act === "revoke" && (
        <>
          <RadioGroup
            {...field("kind")}
            label="Why"
            options={revocationKinds.map((kind) => ({
              value: kind,
              label: revocationLabels[kind],
              hint: `If the page is live: ${revocationConsequences[kind]}`,
            }))}
          />
          <TextArea
            {...field("reason")}
            label="Reason"
            hint="The editors read it. It is kept with the act."
          />
        </>
      )}
      {answer?.intent === "outside_own_code" && answer.status === 200 && (
        <Notice
          tone="done"
          isAnswer
          title={`A code is on its way to ${codeGoesTo}. What you wrote is still here: enter the code, then go on.`}
        />
      )}
      <MailedCode
        codeGoesTo={codeGoesTo}
        intent="outside_own_code"
        goodFor="for this alone"
        error={errorFor(errors, "code")}
      />
      <ButtonRow>
        <Button
          tone={act === "revoke" ? "danger" : "primary"}
          name="intent"
          value={intent}
        >
          {button}
        </Button>
        <ButtonLink tone="quiet" href={`${paths.outsideReview()}#signature`}>
          Go back
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
