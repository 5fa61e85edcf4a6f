import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { sourceSentences } from "~/checks/source-sentences";
import { DayText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { AnswerNotice } from "~/components/review/answer-notice";
import { TouchedPage } from "~/components/watch/touched-page";
import { getDeskDay } from "~/data/pages.server";
import { readContent } from "~/data/read-content.server";
import { findWatchItem, listTouchedPages } from "~/data/watch-items.server";
import { triageOutcomes } from "~/domain/watch-items";
import { paths } from "~/lib/paths";
import { isEditor, seesEveryPage } from "~/policy/pages";
import { mayNotTriage } from "~/policy/watch-items";
import {
  enteredByInWords,
  subjectInWords,
  watchKindLabels,
} from "~/wording/watch-items";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Watch item · Imprimatur" }];

/** One item, the sentences it touches as this person may know of them, and what they may decide. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "reviewer", "author"] as const;
  const { person } = await requireRole(request, ...roles);
  const { success, data: id } = z.uuid().safeParse(params.itemId);
  const item = success ? await findWatchItem(id, person.id) : null;
  if (!item) throw new Response(null, { status: 404 });
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const [touched, { today, timeZone }] = await Promise.all([
    listTouchedPages(item.id, viewer),
    getDeskDay(),
  ]);
  const pages = touched.map(({ content, blockIds, labels, ...page }) => ({
    ...page,
    blocks:
      content === null
        ? []
        : sourceSentences(readContent(content), blockIds, {
            kind: item.subjectKind,
            words: [item.subjectLabel, ...labels],
          }),
    outcomes: page.waits
      ? triageOutcomes.filter(
          (outcome) => mayNotTriage(person, page, outcome) === null,
        )
      : [],
  }));
  return {
    ...{ item, pages, today, timeZone },
    mayEdit: isEditor(person),
    done: new URL(request.url).searchParams.get("done"),
  };
}

export default function WatchItemScreen() {
  const { item, pages, today, timeZone, done } = useLoaderData<typeof loader>();
  return (
    <>
      <AnswerNotice done={done} />
      <PageHeading
        above={<a href={paths.watchItems()}>Watch items</a>}
        title={`${watchKindLabels[item.kind]}: ${subjectInWords(item.subjectKind, item.subjectLabel)}`}
        below={<span className="whitespace-pre-line">{item.what}</span>}
      />
      <DefinitionRows
        rows={[
          ...(item.happenedOn
            ? [
                {
                  term: "Happened on",
                  detail: <DayText day={item.happenedOn} />,
                },
              ]
            : []),
          {
            term: "Entered",
            detail: (
              <>
                <DayText day={item.raisedOn} />,{" "}
                {enteredByInWords(item.raisedBy, item.via)}
              </>
            ),
          },
          ...(item.address
            ? [
                {
                  term:
                    item.via === "reader"
                      ? "What they read"
                      : "Where it can be read",
                  detail: (
                    <a
                      href={item.address}
                      rel="noreferrer"
                      className="break-all"
                    >
                      {item.address}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {pages.length === 0 ? (
        <div className="mt-8">
          <EmptyState title="No page rests on this">
            No live text, version or draft had it when the item was entered, so
            nobody has to decide anything.
          </EmptyState>
        </div>
      ) : (
        pages.map((page) => (
          <TouchedPage
            key={page.pageId}
            itemId={item.id}
            page={page}
            today={today}
            timeZone={timeZone}
          />
        ))
      )}
    </>
  );
}
