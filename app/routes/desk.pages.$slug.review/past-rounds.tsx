import { DataTable, RowTitle } from "~/components/data-table";
import { MomentText } from "~/components/day-text";
import { Section } from "~/components/page-heading";
import type { Round } from "~/data/assignments.server";
import { paths } from "~/lib/paths";
import { roundKindLabels } from "~/wording/labels";

const endings = {
  taken_back: "Taken back by the author",
  superseded: "A newer version took its place",
  published: "Published",
} as const;

type Props = { rounds: readonly Round[]; slug: string; timeZone: string };

/** The rounds that are over, newest first, each with its version. */
export function PastRounds({ rounds, slug, timeZone }: Props) {
  return (
    <Section title="Earlier rounds">
      <DataTable
        caption="Earlier review rounds, the newest first"
        columns={[
          {
            key: "version",
            header: "Version",
            isHeading: true,
            cell: (round) => (
              <RowTitle
                title={`Version ${String(round.versionNumber)}`}
                href={paths.deskVersion(slug, round.versionId)}
                below={roundKindLabels[round.kind]}
              />
            ),
          },
          {
            key: "opened",
            header: "Opened",
            cell: ({ openedAt }) => (
              <MomentText at={openedAt} timeZone={timeZone} />
            ),
          },
          {
            key: "ended",
            header: "How it ended",
            cell: ({ closedBecause }) =>
              closedBecause ? endings[closedBecause] : "Open",
          },
        ]}
        rows={rounds}
        rowKey={({ id }) => id}
        empty={null}
      />
    </Section>
  );
}
