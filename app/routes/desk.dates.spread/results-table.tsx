import { ButtonLink, ButtonRow } from "~/components/button";
import { DataTable, RowTitle } from "~/components/data-table";
import { DayText } from "~/components/day-text";
import { GeneTitle } from "~/components/gene-name";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { Status } from "~/components/status";
import { paths } from "~/lib/paths";
import { movedInWords } from "~/wording/spread";
import type { MoveResult } from "./perform.server";

/** What became of each row: brought forward, or refused with the reason. */
export function ResultsTable({ results }: { results: readonly MoveResult[] }) {
  const refused = results.filter(({ refusal }) => refusal !== null).length;
  return (
    <Stack gap="loose">
      <Notice
        tone={refused === 0 ? "done" : "warn"}
        title={movedInWords(results.length - refused, refused)}
        isAnswer
      />
      <DataTable
        caption="What became of each row"
        rows={results}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: "page",
            header: "Page",
            isHeading: true,
            cell: ({ page }) =>
              page ? (
                <RowTitle
                  title={<GeneTitle title={page.title} genes={page.genes} />}
                  href={paths.deskPage(page.slug)}
                  slug={page.slug}
                />
              ) : (
                "A page that is not there for you"
              ),
          },
          {
            key: "from",
            header: "From",
            cell: ({ from }) => <DayText day={from} />,
          },
          { key: "to", header: "To", cell: ({ to }) => <DayText day={to} /> },
          {
            key: "result",
            header: "Result",
            cell: ({ refusal }) =>
              refusal === null ? (
                <Status shape="disc_tick" colour="text-approved">
                  Brought forward
                </Status>
              ) : (
                <>
                  <Status shape="diamond" colour="text-changes">
                    Not moved
                  </Status>
                  <span className="block text-small">{refusal}</span>
                </>
              ),
          },
        ]}
      />
      <ButtonRow>
        <ButtonLink tone="primary" href={paths.datesSpread()}>
          To what is left to spread
        </ButtonLink>
        <ButtonLink tone="quiet" href={paths.datesForecast()}>
          To the forecast
        </ButtonLink>
      </ButtonRow>
    </Stack>
  );
}
