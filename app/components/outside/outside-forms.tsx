import { outsideAdvices, type OutsideAdvice } from "~/domain/words";
import { type Answer, answerOf } from "~/lib/performed";
import { errorFor, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { outsideAdviceLabels } from "~/wording/labels";
import { Button, ButtonLink } from "../button";
import { RadioGroup } from "../choice-fields";
import { Section } from "../page-heading";
import { TextArea, TextField } from "../text-field";

type Props = {
  reading: { contentSha256: string; isOpen: boolean };
  voice: {
    comments: readonly { id: string; quotation: string; body: string }[];
    recommendation: OutsideAdvice | null;
    recommendationComment: string;
  } | null;
  refused: Answer;
};

/** What an outside expert said so far, and the two forms to say more. */
export function OutsideForms({ reading, voice, refused }: Props) {
  const comment = answerOf(refused, "outside_comment");
  const advice = answerOf(refused, "outside_recommend");
  const comments = voice?.comments ?? [];
  return (
    <div className="mt-10 grid gap-8 border-t border-rule pt-6">
      <Section id="comments" title="Your comments">
        {comments.length > 0 && (
          <ul className="panel mb-4 divide-y divide-rule">
            {comments.map(({ id, quotation, body }) => (
              <li key={id} className="p-4">
                {quotation && <p className="text-ink-2">“{quotation}”</p>}
                <p className="whitespace-pre-line">{body}</p>
              </li>
            ))}
          </ul>
        )}
        {reading.isOpen && (
          <form method="post" className="grid gap-5">
            <input type="hidden" name="intent" value="outside_comment" />
            <TextField
              name="quotation"
              label="The words it is about"
              hint="Copied from the text above."
              isOptional
              maxLength={500}
              value={typedText(comment.typed, "quotation")}
              error={errorFor(comment.errors, "quotation")}
            />
            <TextArea
              name="body"
              label="Comment"
              value={typedText(comment.typed, "body")}
              error={errorFor(comment.errors, "body")}
            />
            <div>
              <Button>Add the comment</Button>
            </div>
          </form>
        )}
      </Section>
      <Section
        id="recommendation"
        title="Your recommendation"
        below="The editor and the reviewers read it. It is not an approval, and readers do not see it."
      >
        {voice?.recommendation && (
          <p className="mb-4">
            You said:{" "}
            <strong>{outsideAdviceLabels[voice.recommendation]}</strong>.{" "}
            <ButtonLink href={paths.outsideCertificate()}>
              See your certificate
            </ButtonLink>
          </p>
        )}
        {reading.isOpen && (
          <form method="post" className="grid gap-5">
            <input type="hidden" name="intent" value="outside_recommend" />
            <input
              type="hidden"
              name="contentSha256"
              value={reading.contentSha256}
            />
            <RadioGroup
              name="recommendation"
              label="What would you do with this version?"
              value={typedText(advice.typed, "recommendation")}
              error={errorFor(advice.errors, "recommendation")}
              options={outsideAdvices.map((value) => ({
                value,
                label: outsideAdviceLabels[value],
              }))}
            />
            <TextArea
              name="comment"
              label="Why, and what should change"
              isOptional
              neededWhen="needed unless you would publish it as it is"
              value={typedText(advice.typed, "comment")}
              error={errorFor(advice.errors, "comment")}
            />
            <div>
              <Button tone="primary">Send the recommendation</Button>
            </div>
          </form>
        )}
      </Section>
    </div>
  );
}
