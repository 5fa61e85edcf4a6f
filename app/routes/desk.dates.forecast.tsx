import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DatesTabs } from "~/components/dates/dates-tabs";
import { ForecastChart } from "~/components/dates/forecast-chart";
import { ReviewerLoadTable } from "~/components/dates/reviewer-load-table";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { getForecast } from "~/data/review-load.server";
import { paths } from "~/lib/paths";
import { isUuid } from "~/lib/uuid";
import { needLabel } from "~/wording/labels";

export const handle = { noScript: true, isWide: true };

export const meta: MetaFunction = () => [
  { title: "Forecast of reviews · Imprimatur" },
];

/** The reviews of 24 months; `?reviewer=` draws the weeks of one person. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const asked = new URL(request.url).searchParams.get("reviewer");
  const reviewerId = asked && isUuid(asked) ? asked : null;
  const forecast = await getForecast(person.id, reviewerId);
  const reviewer =
    forecast.reviewers.find(({ personId }) => personId === reviewerId) ?? null;
  if (reviewerId && !reviewer) throw new Response(null, { status: 404 });
  return { forecast, whose: reviewer?.name ?? null };
}

/** How many reviews each week asks for, and of whom. */
export default function DatesForecast() {
  const { forecast, whose } = useLoaderData<typeof loader>();
  const { late, weeks, reviewers, quarters, unnamed } = forecast;
  return (
    <>
      <PageHeading
        title="Forecast of reviews"
        below="The next 24 months: what is asked for, what falls due, and what follows after each interval. A review counts once for each person whom it asks."
        aside={
          whose && (
            <a href={paths.datesForecast()} className="inline-block py-1">
              Everybody
            </a>
          )
        }
      />
      <DatesTabs current="forecast" />
      {late > 0 && (
        <div className="mb-6">
          <Notice
            tone="warn"
            title={
              late === 1
                ? "1 review is past its day already."
                : `${String(late)} reviews are past their day already.`
            }
          >
            <p>
              They are not in the weeks below.{" "}
              <a href={paths.dates()}>What is overdue now</a>
            </p>
          </Notice>
        </div>
      )}
      <ForecastChart weeks={weeks} whose={whose ?? "everybody"} />
      <p className="mt-3">
        <a href={paths.datesSpread()} className="inline-block py-1">
          Spread the weeks that ask for too much
        </a>
      </p>
      <Section
        id="reviewers"
        title="By reviewer"
        below="Whoever signed the last full review is expected to sign the next. What they take in a week is their number of open reviews at a time, less for days away and holidays."
      >
        <ReviewerLoadTable reviewers={reviewers} quarters={quarters} />
      </Section>
      {unnamed.length > 0 && (
        <Section id="unnamed" title="Seats for which nobody is expected">
          <ul className="grid gap-1">
            {unnamed.map(({ expertise, total, holders }) => (
              <li key={expertise}>
                {needLabel(expertise)}: {total} in 24 months,{" "}
                {holders === 0
                  ? "and nobody at this desk holds it"
                  : holders === 1
                    ? "and 1 person holds it"
                    : `and ${String(holders)} people hold it`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
