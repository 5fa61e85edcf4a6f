import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DatesTabs } from "~/components/dates/dates-tabs";
import { KeptCharts } from "~/components/dates/kept-charts";
import { PageHeading } from "~/components/page-heading";
import { listMonthsKept } from "~/data/dates-kept.server";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "How dates were kept · Imprimatur" },
];

const months = 24;

export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  return { months: await listMonthsKept(person.id, months) };
}

/** Month by month: in date, how far overdue, and reviews that changed nothing. */
export default function DatesKept() {
  const { months: kept } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="How dates were kept"
        below="As it was on the last day of each month, worked out from what went out, ended and was brought forward by then. A later act changes nothing here."
      />
      <DatesTabs current="kept" />
      <KeptCharts months={kept} />
    </>
  );
}
