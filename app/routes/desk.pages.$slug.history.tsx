import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { putBackWords } from "~/commands/put-back-words.server";
import { MomentText } from "~/components/day-text";
import { Stack, WithAside } from "~/components/layout";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { SavesList } from "~/components/pages/saves-list";
import { SetAsideList } from "~/components/pages/set-aside-list";
import { VersionTable } from "~/components/pages/version-table";
import { DecidedList } from "~/components/suggestions/decided-list";
import { Timeline } from "~/components/timeline";
import { withoutId } from "~/content/block-ids";
import { blockText } from "~/content/plain-text";
import { renderBlock } from "~/content/render-block";
import { findDraft } from "~/data/drafts.server";
import { listPageActs, listSaves } from "~/data/page-history.server";
import { getDeskDay } from "~/data/pages.server";
import { listSuggestionsAnswered } from "~/data/suggestion-decisions.server";
import { listVersions } from "~/data/versions.server";
import {
  listWordsSetAside,
  type WordsSetAside,
} from "~/data/words-set-aside.server";
import { paths } from "~/lib/paths";
import { auditActInWords, auditActorInWords } from "~/wording/audit-acts";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, access } = await requirePage(request, params.slug, "read");
  const [versions, saves, acts, answered, aside, draft, day] =
    await Promise.all([
      listVersions(page.id),
      listSaves(page.id),
      listPageActs(page.id),
      listSuggestionsAnswered(page.id),
      listWordsSetAside(page.id),
      findDraft(page.id, "main"),
      getDeskDay(),
    ]);
  const { timeZone } = day;
  return {
    ...{ slug: page.slug, versions, saves, acts, answered, timeZone },
    setAside: aside.map(shown),
    language: draft?.content.language ?? "en-GB",
    mayWrite: access === "write" && page.archivedAt === null,
  };
}

const putBackForm = z.object({
  intent: z.literal("put_back"),
  words: z.uuid(),
});

/** Puts words that were set aside into the draft again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const sent = await request.formData();
  const form = putBackForm.safeParse(Object.fromEntries(sent));
  if (!form.success) throw new Response(null, { status: 400 });
  const back = await putBackWords(sessionId, page.id, form.data.words);
  if (!back.ok) {
    const { status, sentence } = wordRefusal(back.because);
    return data({ sentence }, { status });
  }
  const act = back.value === "main" ? "write" : "correction";
  return redirect(paths.deskPageAct(page.slug, act), 303);
}

function shown({ block, blockId: _, ...words }: WordsSetAside) {
  const text = blockText(block).split(/\s+/);
  const beginning = text.slice(0, 10).join(" ");
  return {
    ...words,
    beginning: text.length > 10 ? `${beginning} …` : beginning,
    html: renderBlock(withoutId(block), null),
  };
}

const signedActs = [
  "approve",
  "request_changes",
  "reaffirm",
  "revoke_approval",
  "schedule",
];

/** Every version, every act and the saves of the drafts. */
export default function History() {
  const { slug, versions, saves, acts, answered, timeZone, ...known } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Stack gap="loose">
      {answer && <Notice tone="stop" title={answer.sentence} isAnswer />}
      <Section
        id="versions"
        title="Versions"
        action={<a href={paths.compare(slug)}>Compare two texts</a>}
      >
        <VersionTable slug={slug} versions={versions} timeZone={timeZone} />
      </Section>
      {answered.length > 0 && (
        <Section
          id="answered"
          title="Suggestions answered"
          below="Each with who answered, when and why. Who accepts is the author of the words."
        >
          <DecidedList
            decided={answered}
            timeZone={timeZone}
            canWrite={false}
          />
        </Section>
      )}
      {known.setAside.length > 0 && (
        <Section
          id="set-aside"
          title="Words set aside"
          below="Two people had changed the same words, and these were not chosen. They are in no text. Put back, they are still the words of who wrote them, who may not sign that text."
        >
          <SetAsideList
            words={known.setAside}
            timeZone={timeZone}
            language={known.language}
            mayWrite={known.mayWrite}
          />
        </Section>
      )}
      <WithAside
        aside={
          <Section
            id="saves"
            title="Saves"
            below="A person's saves within five minutes are one."
          >
            <SavesList saves={saves} timeZone={timeZone} />
          </Section>
        }
      >
        <Section
          id="acts"
          title="What was done"
          below="From the audit chain, the newest first."
        >
          <Timeline
            entries={acts.map((act) => ({
              key: act.seq,
              title: `${auditActorInWords(act.actor, act.realActor)} ${auditActInWords(act.act)}`,
              when: <MomentText at={act.at} timeZone={timeZone} />,
              isSigned: signedActs.includes(act.act),
            }))}
          />
        </Section>
      </WithAside>
    </Stack>
  );
}
