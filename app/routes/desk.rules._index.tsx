import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { ButtonLink } from "~/components/button";
import { DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { listRulesInForce } from "~/data/review-rules.server";
import { paths } from "~/lib/paths";
import { mayNotSetRules } from "~/policy/person-roles";
import { pageKindLabels } from "~/wording/labels";
import { daysInWords, needsInWords } from "~/wording/review-rules";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Review rules · Imprimatur" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const rules = await listRulesInForce();
  return { rules, maySet: mayNotSetRules(person) === null };
}

/** The rules of every kind of page, in one line each. */
export default function ReviewRules() {
  const { rules, maySet } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Review rules"
        below={
          maySet
            ? "What a review asks for, by kind of page. A round keeps the rules it began with."
            : "What a review asks for, by kind of page. A clinical lead sets them."
        }
        aside={
          maySet && (
            <ButtonLink tone="quiet" href={paths.rehearsal()}>
              Rehearse another interval
            </ButtonLink>
          )
        }
      />
      <DataTable
        caption="Review rules by kind of page"
        rows={rules}
        rowKey={({ kind }) => kind}
        empty={
          <EmptyState title="The review rules of each kind of page.">
            This desk has none yet.
          </EmptyState>
        }
        columns={[
          {
            key: "kind",
            header: "Kind of page",
            isHeading: true,
            cell: ({ kind, number }) => (
              <RowTitle
                title={pageKindLabels[kind]}
                href={paths.rulesOf(kind)}
                below={`Rules ${String(number)}`}
              />
            ),
          },
          {
            key: "needs",
            header: "A full review asks for",
            cell: ({ needs }) => needsInWords(needs),
          },
          {
            key: "interval",
            header: "Reviewed every",
            cell: ({ intervalMonths }) => `${String(intervalMonths)} months`,
          },
          {
            key: "grace",
            header: "Withheld",
            cell: ({ graceDays }) =>
              graceDays === 0
                ? "from the first overdue day"
                : `after ${daysInWords(graceDays)} overdue`,
          },
        ]}
      />
    </>
  );
}
