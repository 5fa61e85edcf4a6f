import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DataTable } from "~/components/data-table";
import { DatesTabs } from "~/components/dates/dates-tabs";
import { EntryText } from "~/components/dates/entry-text";
import { MonthTable } from "~/components/dates/month-table";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { listMonthEntries } from "~/data/month-entries.server";
import { getDeskDay } from "~/data/pages.server";
import { addDays, addMonths, daysBetween, isDay } from "~/domain/days";
import { weekOf } from "~/domain/spread-reviews";
import { paths } from "~/lib/paths";
import { seesEveryPage } from "~/policy/pages";
import { dayInWords } from "~/wording/days";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Calendar of review dates · Imprimatur" },
];

const mostEntries = 1_000;

/** `?month=2027-01` for another month than this one, `?show=list` for a list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const query = new URL(request.url).searchParams;
  const { today } = await getDeskDay();
  const asked = `${query.get("month") ?? ""}-01`;
  const first =
    isDay(asked) && asked > "1900" && asked < "2200"
      ? asked
      : `${today.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const { entries, total } = await listMonthEntries(
    viewer,
    first,
    last,
    mostEntries,
  );
  const from = weekOf(first);
  return {
    ...{ today, entries, total, from },
    month: first.slice(0, 7),
    weeks: daysBetween(from, weekOf(last)) / 7 + 1,
    before: addMonths(first, -1).slice(0, 7),
    after: addMonths(first, 1).slice(0, 7),
    isList: query.get("show") === "list",
  };
}

/** One month: what falls due, who decides by when, and what goes out. */
export default function DatesCalendar() {
  const known = useLoaderData<typeof loader>();
  const { month, isList, entries, total, today } = known;
  const show = isList ? ("list" as const) : undefined;
  return (
    <>
      <PageHeading
        title={dayInWords(month)}
        below="Next reviews of live pages, the days by which reviewers decide, and scheduled publications."
        aside={
          <a href={paths.calendars()} className="inline-block py-1">
            In your own calendar
          </a>
        }
      />
      <DatesTabs current="calendar" />
      <p className="no-print mb-4 flex flex-wrap gap-x-6 gap-y-1">
        <a
          className="inline-block py-1"
          href={paths.datesCalendar({ month: known.before, show })}
        >
          {dayInWords(known.before)}
        </a>
        <a
          className="inline-block py-1"
          href={paths.datesCalendar({ month: known.after, show })}
        >
          {dayInWords(known.after)}
        </a>
        <a
          className="inline-block py-1"
          href={paths.datesCalendar({
            month,
            show: isList ? undefined : "list",
          })}
        >
          {isList ? "As a month" : "As a list"}
        </a>
      </p>
      {isList ? (
        <DataTable
          caption={`What falls on the days of ${dayInWords(month)}`}
          rows={entries}
          rowKey={(entry) =>
            [entry.on, entry.what, entry.slug, entry.person ?? ""].join(" ")
          }
          empty={
            <EmptyState title={`Nothing falls in ${dayInWords(month)}`}>
              A page comes here with its next review, a reviewer with the day by
              which they decide, and a publication with its hour.
            </EmptyState>
          }
          columns={[
            {
              key: "day",
              header: "Day",
              isHeading: true,
              cell: ({ on }) => <DayText day={on} />,
            },
            {
              key: "what",
              header: "What",
              cell: (entry) => <EntryText entry={entry} />,
            },
          ]}
        />
      ) : (
        <MonthTable
          from={known.from}
          weeks={known.weeks}
          month={month}
          today={today}
          entries={entries}
        />
      )}
      {total > entries.length && (
        <p className="mt-3 text-ink-2">
          {total - entries.length} more fall in this month than are shown here.
        </p>
      )}
    </>
  );
}
