import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { sourceSentences } from "~/checks/source-sentences";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { AnswerErrors } from "~/components/review/answer-errors";
import { TouchedPage } from "~/components/watch/touched-page";
import { blockChoices } from "~/content/block-names";
import { getDeskDay } from "~/data/pages.server";
import { readContent } from "~/data/read-content.server";
import { paths } from "~/lib/paths";
import { subjectInWords, watchKindLabels } from "~/wording/watch-items";
import { loadTriage } from "./load-triage.server";
import { perform } from "./perform.server";
import { TriageForm } from "./triage-form";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Triage a watch item · Imprimatur" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const wanted = new URL(request.url).searchParams.get("outcome");
  const { item, page, outcome } = await loadTriage(
    ...([person, params.itemId, params.slug, wanted] as const),
  );
  const { today, timeZone } = await getDeskDay();
  const { content: stored, blockIds, labels, ...shown } = page;
  const content = stored === null ? null : readContent(stored);
  const sought = {
    kind: item.subjectKind,
    words: [item.subjectLabel, ...labels],
  };
  return {
    ...{ item, outcome, today, timeZone, touched: blockIds },
    choices: content ? blockChoices(content) : [],
    page: {
      ...shown,
      outcomes: [],
      blocks: content ? sourceSentences(content, blockIds, sought) : [],
    },
  };
}

/** Decides once; whoever comes second is shown what was decided. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const signedIn = await requirePerson(request);
  const sent = await request.formData();
  const wanted = sent.get("outcome");
  const { item, page, outcome } = await loadTriage(
    ...([signedIn.person, params.itemId, params.slug] as const),
    typeof wanted === "string" ? wanted : null,
  );
  const performed = await perform(
    { ...signedIn, address: context.clientAddress },
    { itemId: item.id, pageId: page.pageId },
    ...([outcome, sent] as const),
  );
  if (!performed.ok) return data(performed, { status: performed.status });
  return redirect(paths.watchItem(item.id, performed.done), 303);
}

export default function TriageScreen() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { item, page, outcome } = known;
  const { contentSha256, nextReviewDue } = page;
  const kind = watchKindLabels[item.kind];
  return (
    <>
      <PageHeading
        above={<a href={paths.watchItem(item.id)}>The whole item</a>}
        title={`${kind}: ${subjectInWords(item.subjectKind, item.subjectLabel)}`}
        below={<span className="whitespace-pre-line">{item.what}</span>}
      />
      <AnswerErrors errors={answer?.errors ?? []} />
      <TouchedPage
        itemId={item.id}
        page={page}
        today={known.today}
        timeZone={known.timeZone}
      />
      <div className="mt-6">
        {page.waits && contentSha256 && nextReviewDue ? (
          <TriageForm
            itemId={item.id}
            outcome={outcome}
            contentSha256={contentSha256}
            blocks={known.choices}
            touched={known.touched}
            nextReviewDue={nextReviewDue}
            earliestDue={page.earliestDue}
            answer={answer}
          />
        ) : (
          <EmptyState title="Nothing waits here">
            This page has been triaged, is not live, or rests on the source no
            more.
          </EmptyState>
        )}
      </div>
    </>
  );
}
