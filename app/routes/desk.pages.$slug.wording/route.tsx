import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import {
  findOwnProposal,
  suggestWording,
} from "~/commands/suggest-wording.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { FormStack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { AnswerErrors } from "~/components/review/answer-errors";
import { TextArea } from "~/components/text-field";
import { blockIdOf } from "~/content/page-content";
import { inlineText } from "~/content/plain-text";
import { isPlainBlock } from "~/content/reword-block";
import { errorFor, parseForm, textOf, typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import { paragraphGone } from "~/wording/suggestions";

export const handle = { noScript: true };

const wordingForm = z.object({
  block: z.string().min(1).max(100),
  words: textOf("Write the words that should stand there.", 20_000),
});

/** One paragraph of the draft in a plain box; null where the block is more than words. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { page, draft, person } = asked;
  const id = new URL(request.url).searchParams.get("block") ?? "";
  const { body } = await findOwnProposal(draft, person.id);
  const block = body.content.find((one) => blockIdOf(one) === id);
  return {
    slug: page.slug,
    block: id,
    words: block && isPlainBlock(block) ? inlineText(block) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { sessionId, person, draft, page } = asked;
  const form = parseForm(wordingForm, await request.formData());
  if (!form.ok)
    return data(wrong("suggest", 422, form.errors, form.typed), 422);
  const { block: blockId, words: text } = form.values;
  const wording = { blockId, text };
  const saved = await suggestWording(sessionId, person.id, draft, wording);
  if (saved.ok)
    return redirect(
      `${paths.comments(page.slug)}?done=suggested#b-${blockId}`,
      303,
    );
  if (saved.because === "place_missing") {
    const gone = { name: "words", sentence: paragraphGone };
    return data(wrong("suggest", 422, [gone], form.typed), 422);
  }
  const { status, errors } = refusedForm(saved, {}, "words");
  return data(wrong("suggest", status, errors, form.typed), status);
}

/** Other words for one paragraph; the desk works out what changed. */
export default function Wording() {
  const { slug, block, words } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [errors, typed] =
    answer && !answer.ok ? [answer.errors, answer.typed] : [[], {}];
  // What was typed stays on the screen, whatever became of the paragraph.
  const shown = typedText(typed, "words") || words;
  const back = `${paths.comments(slug)}#b-${block}`;
  return (
    <Section title="Suggest wording">
      <AnswerErrors errors={errors} />
      {shown === null ? (
        <Notice
          tone="info"
          title="This part of the page is more than words, so it has no plain box."
        >
          <p>
            <a href={paths.suggest(slug)}>Suggest in the editor</a>
          </p>
        </Notice>
      ) : (
        <form method="post">
          <input type="hidden" name="block" value={block} />
          <FormStack>
            <TextArea
              name="words"
              label="The paragraph as you would have it"
              hint="Change the words you mean. What you leave as it is stays as it is, with its references."
              rows={10}
              error={errorFor(errors, "words")}
              value={shown}
            />
            <ButtonRow>
              <Button tone="primary">Suggest these words</Button>
              <ButtonLink tone="quiet" href={back}>
                Cancel
              </ButtonLink>
            </ButtonRow>
          </FormStack>
        </form>
      )}
    </Section>
  );
}
