import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { BandLegend } from "~/components/band-legend";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { GoingOutList } from "~/components/home/going-out-list";
import { LatePages } from "~/components/home/late-pages";
import { NeedCard } from "~/components/home/need-card";
import { ProgressTable } from "~/components/home/progress-table";
import { CardGrid } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import { AnswerNotice } from "~/components/review/answer-notice";
import { countDatedPages, listDatedPages } from "~/data/dated-pages.server";
import { listNeeds } from "~/data/desk-needs.server";
import { listGoingOut, listInProgress } from "~/data/desk-progress.server";
import { findSections } from "~/data/page-sections.server";
import { getDeskDay } from "~/data/pages.server";
import type { ListViewer } from "~/data/visible-pages.server";
import { listWaitingReviewers } from "~/data/waiting-reviewers.server";
import { paths } from "~/lib/paths";
import {
  isEditor,
  mayNotCreatePage,
  maySnooze,
  seesEveryPage,
} from "~/policy/pages";
import { deskSummary, greeting } from "~/wording/greeting";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Desk · Imprimatur" }];

const rowsShown = 25;
const needsShown = 5;
const lateShown = 5;
const goingShown = 5;
const mostNeeds = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const [{ needs, total }, progress, goingOut, day, late] = await Promise.all([
    listNeeds(
      { ...viewer, isEditor: isEditor(person) },
      showsAll(request) ? mostNeeds : needsShown,
    ),
    listInProgress(viewer, rowsShown),
    listGoingOut(viewer, goingShown),
    getDeskDay(),
    viewer.seesAll ? findLate(viewer) : null,
  ]);
  const [sections, waiting] = await Promise.all([
    findSections([
      ...needs.map(({ pageId }) => pageId),
      ...progress.pages.map(({ id }) => id),
    ]),
    listWaitingReviewers(
      progress.pages.flatMap(({ workVersionId }) => workVersionId ?? []),
    ),
  ]);
  return {
    day,
    goingOut: goingOut.pages,
    late,
    greeting: greeting(day.hour, person.name),
    summary: deskSummary(total, progress.total),
    moreNeeds: total - needs.length,
    moreRows: progress.total - progress.pages.length,
    moreGoing: goingOut.total - goingOut.pages.length,
    needs: needs.map((need) => ({
      ...need,
      maySnooze: maySnooze(person, need, need.kind),
      sections: sections.get(need.pageId) ?? [],
    })),
    rows: progress.pages.map((page) => ({
      ...page,
      sections: sections.get(page.id) ?? [],
      waiting: waiting.filter(
        ({ versionId }) => versionId === page.workVersionId,
      ),
    })),
    mayAct: isEditor(person),
    done: new URL(request.url).searchParams.get("done"),
    mayCreate: mayNotCreatePage(person) === null,
  };
}

/** What is overdue on the whole desk, for those who answer for all of it. */
async function findLate(viewer: ListViewer) {
  const [counts, pages] = await Promise.all([
    countDatedPages(viewer),
    listDatedPages(viewer, "overdue", lateShown),
  ]);
  return { overdue: counts.overdue, soon: counts["30"], pages };
}

/** `?needs=all` shows every matter instead of the first few. */
function showsAll(request: Request): boolean {
  return new URL(request.url).searchParams.get("needs") === "all";
}

/** What waits for this person, what is going on, and what goes out next. */
export default function DeskHome() {
  const known = useLoaderData<typeof loader>();
  const { day, needs, rows, goingOut, late } = known;
  // A review that somebody asks of this person goes before what is overdue on the desk.
  const asksReader = needs.some(
    ({ kind }) => kind === "respond" || kind === "review",
  );
  const overdue = late && <LatePages {...late} today={day.today} />;
  return (
    <>
      <PageHeading
        title={known.greeting}
        below={known.summary}
        action={
          known.mayCreate && (
            <ButtonLink tone="primary" href={paths.newPage()}>
              New page
            </ButtonLink>
          )
        }
      />
      <AnswerNotice done={known.done} />
      {!asksReader && overdue}
      {needs.length > 0 && (
        <Section id="needs" title="Needs you">
          <CardGrid>
            {needs.map((need) => (
              <NeedCard
                key={`${need.kind} ${need.pageId} ${need.assignmentId ?? ""} ${need.person ?? ""}`}
                need={need}
                today={day.today}
              />
            ))}
          </CardGrid>
          {known.moreNeeds > 0 && (
            <p className="mt-3 text-ink-2">
              These have the least time left.{" "}
              <a href={`${paths.desk()}?needs=all`}>
                Show {known.moreNeeds} more
              </a>
            </p>
          )}
        </Section>
      )}
      {asksReader && overdue}
      <Section
        id="progress"
        title="In progress"
        action={
          <span className="flex flex-wrap gap-x-6">
            {known.mayAct && (
              <a href={paths.assignMany()}>Ask reviewers for several pages</a>
            )}
            <a href={paths.pages()}>All pages</a>
          </span>
        }
      >
        <ProgressTable
          rows={rows}
          today={day.today}
          timeZone={day.timeZone}
          mayAct={known.mayAct}
          empty={
            <EmptyState title="Work that is going on will be listed here">
              No page that you may see is being written or reviewed now.
            </EmptyState>
          }
        />
        {known.moreRows > 0 && (
          <p className="mt-3 text-ink-2">
            And {known.moreRows} more; <a href={paths.pages()}>all pages</a> has
            them.
          </p>
        )}
        {rows.length > 0 && (
          <div className="mt-4">
            <BandLegend />
          </div>
        )}
      </Section>
      {goingOut.length > 0 && (
        <Section
          id="going-out"
          title="Going out"
          below="Scheduled for the next 14 days."
        >
          <GoingOutList pages={goingOut} timeZone={day.timeZone} />
          {known.moreGoing > 0 && (
            <p className="mt-3 text-ink-2">
              And {known.moreGoing} more after these; the list of pages has{" "}
              <a href={paths.pages({ state: "scheduled" })}>
                all that are scheduled
              </a>
              .
            </p>
          )}
        </Section>
      )}
    </>
  );
}
