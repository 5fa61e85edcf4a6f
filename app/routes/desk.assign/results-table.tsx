import { ButtonLink, ButtonRow } from "~/components/button";
import { DataTable, RowTitle } from "~/components/data-table";
import { GeneTitle } from "~/components/gene-name";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { Status } from "~/components/status";
import { paths } from "~/lib/paths";
import { resultInWords } from "~/wording/assign-many";
import { needLabel } from "~/wording/labels";
import type { SeatResult } from "./perform.server";

/** What became of each row: asked, or refused with the reason. */
export function ResultsTable({ results }: { results: readonly SeatResult[] }) {
  const refused = results.filter(({ refusal }) => refusal !== null).length;
  return (
    <Stack gap="loose">
      <Notice
        tone={refused === 0 ? "done" : "warn"}
        title={resultInWords(results.length - refused, refused)}
        isAnswer
      />
      <DataTable
        caption="What became of each seat"
        rows={results}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: "page",
            header: "Page",
            isHeading: true,
            cell: ({ title, genes, slug, expertise }) => (
              <RowTitle
                title={<GeneTitle title={title} genes={genes} />}
                slug={slug}
                href={slug ? paths.deskPageAct(slug, "review") : undefined}
                below={needLabel(expertise)}
              />
            ),
          },
          {
            key: "person",
            header: "Reviewer",
            cell: ({ person }) => person,
          },
          {
            key: "result",
            header: "Result",
            cell: ({ refusal }) =>
              refusal === null ? (
                <Status shape="disc_tick" colour="text-approved">
                  Asked
                </Status>
              ) : (
                <>
                  <Status shape="diamond" colour="text-changes">
                    Not asked
                  </Status>
                  <span className="block text-small">{refusal}</span>
                </>
              ),
          },
        ]}
      />
      <ButtonRow>
        <ButtonLink tone="primary" href={paths.assignMany()}>
          To the empty seats
        </ButtonLink>
        <ButtonLink tone="quiet" href={paths.desk()}>
          To the desk
        </ButtonLink>
      </ButtonRow>
    </Stack>
  );
}
