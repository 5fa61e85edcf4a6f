import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { ButtonLink } from "~/components/button";
import { DatedTable } from "~/components/dates/dated-table";
import { DatesTabs } from "~/components/dates/dates-tabs";
import { EmptyState } from "~/components/empty-state";
import { PageHeading, Section } from "~/components/page-heading";
import { Tabs } from "~/components/tabs";
import { countDatedPages, listDatedPages } from "~/data/dated-pages.server";
import { getDeskDay } from "~/data/pages.server";
import { countUnheldPagesFor } from "~/data/unheld-pages.server";
import { dueWithin } from "~/domain/due-within";
import { paths } from "~/lib/paths";
import { seesEveryPage } from "~/policy/pages";
import { lateInWords } from "~/wording/dated";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Review dates · Imprimatur" },
];

const rowsShown = 50;

/** Editors, leads and admins: `?within=30` for what falls due, else what is overdue. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const asked = new URL(request.url).searchParams.get("within");
  const within = dueWithin.find((each) => each === asked) ?? "overdue";
  const [counts, pages, lacks, { today }] = await Promise.all([
    countDatedPages(viewer),
    listDatedPages(viewer, within, rowsShown),
    countUnheldPagesFor(person.id),
    getDeskDay(),
  ]);
  return { within, counts, pages, today, lacks };
}

const tabLabels = {
  overdue: "Overdue now",
  "30": "Due in 30 days",
  "60": "In 60 days",
  "90": "In 90 days",
} as const;

/** What is overdue, what falls due next, and what nobody holds. */
export default function Dates() {
  const { within, counts, pages, today, lacks } =
    useLoaderData<typeof loader>();
  const more = counts[within] - pages.length;
  return (
    <>
      <PageHeading
        title="Review dates"
        below={lateInWords(counts.overdue, counts["30"])}
        aside={
          <ButtonLink tone="quiet" href={paths.rehearsal()}>
            Rehearse a change
          </ButtonLink>
        }
      />
      <DatesTabs current="due" />
      <Tabs
        isWithin
        label="Pages by date"
        tabs={dueWithin.map((each) => ({
          label: tabLabels[each],
          count: counts[each],
          href: paths.dates(each === "overdue" ? undefined : each),
          isCurrent: each === within,
        }))}
      />
      <DatedTable
        caption={
          within === "overdue"
            ? "Overdue pages, the longest overdue first"
            : `Pages whose review falls due within ${within} days, the soonest first`
        }
        rows={pages}
        today={today}
        empty={
          <EmptyState
            title={
              within === "overdue"
                ? "No page is overdue"
                : `No review falls due within ${within} days`
            }
          >
            A live page comes here by its date alone, at midnight in the
            desk&rsquo;s time zone. No job has to run for that.
          </EmptyState>
        }
      />
      {more > 0 && (
        <p className="mt-3 text-ink-2">
          And {more} more; <a href={paths.pages()}>all pages</a> has them, by
          date.
        </p>
      )}
      <Section
        id="unheld"
        title="Without a date or a person"
        action={
          <a href={paths.noReviewerOrOwner()} className="inline-block py-1">
            See these pages
          </a>
        }
      >
        <ul className="grid gap-1">
          <li>{lackInWords(lacks.schedule, "a day for the next review")}</li>
          <li>{lackInWords(lacks.owner, "an owner who is here")}</li>
          <li>{lackInWords(lacks.reviewer, "reviewers")}</li>
        </ul>
      </Section>
    </>
  );
}

function lackInWords(count: number, what: string): string {
  if (count === 0) return `No page lacks ${what}.`;
  return count === 1
    ? `1 page lacks ${what}.`
    : `${String(count)} pages lack ${what}.`;
}
