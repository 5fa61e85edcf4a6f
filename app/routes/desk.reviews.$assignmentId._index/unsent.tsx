import { Section } from "~/components/page-heading";
import type { Answer } from "~/lib/performed";
import { typedText } from "~/lib/parse-form";
import { commentKindLabels } from "~/wording/labels";
import type { ClosedReview } from "./load-closed.server";

/** What a form of the review held when it came too late, in words of the form. */
const typedNames: Record<string, string> = {
  comment: "Your note with the decision",
  remark: "Your remark",
  whyRight: "Your reason",
  declineReason: "Your reason to decline",
  details: "What you said of your interests",
  colleagueNote: "Your note on a colleague",
};

/** Words that a reviewer typed and did not send: shown to be copied, never lost. */
export function Unsent(props: { closed: ClosedReview; answer: Answer }) {
  const { closed, answer } = props;
  const typed = Object.entries(typedNames).flatMap(([name, label]) => {
    const text = answer ? typedText(answer.typed, name).trim() : "";
    return text === "" ? [] : [{ id: name, label, text }];
  });
  const kept = closed.remarks.map((remark) => ({
    id: remark.id,
    label: `${commentKindLabels[remark.kind]}, on version ${String(remark.versionNumber)}`,
    text: remark.quotation
      ? `“${remark.quotation}”\n\n${remark.body}`
      : remark.body,
  }));
  const all = [...typed, ...kept];
  if (all.length === 0) return null;
  return (
    <Section
      id="unsent"
      title="What you wrote and did not send"
      below={
        closed.isAskedAgain && kept.length > 0
          ? `Only you see it. Remarks wait for you in the review of version ${String(closed.newestVersionNumber)}, too.`
          : "Only you see it. It stays here for you to copy."
      }
    >
      <div className="grid max-w-measure gap-4">
        {all.map(({ id, label, text }) => (
          <div key={id} className="grid gap-1">
            <label htmlFor={`unsent-${id}`} className="font-bold">
              {label}
            </label>
            <textarea
              id={`unsent-${id}`}
              className="control"
              readOnly
              rows={Math.min(10, Math.max(2, Math.ceil(text.length / 45)))}
              value={text}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}
