import type { DeskState, RoundKind } from "~/domain/words";
import { paths } from "~/lib/paths";
import { roundKindLabels } from "~/wording/labels";
import { type Column, DataTable, RowTitle } from "../data-table";
import { DayText, MomentText } from "../day-text";
import { EmptyState } from "../empty-state";
import { DeskStatus, PublicStatus, Status } from "../status";
import { Code } from "../tag";

type VersionRow = {
  id: string;
  number: number;
  contentSha256: string;
  submittedAt: Date;
  submittedBy: string | null;
  roundKind: RoundKind;
  closedBecause: "taken_back" | "superseded" | "published" | null;
  state: DeskState;
  isLive: boolean;
  publishedOn: string | null;
};

type Props = {
  slug: string;
  versions: readonly VersionRow[];
  timeZone: string;
};

/** The versions of a page: who submitted each, for what, and what became of it. */
export function VersionTable({ slug, versions, timeZone }: Props) {
  const columns: Column<VersionRow>[] = [
    {
      key: "version",
      header: "Version",
      isHeading: true,
      cell: ({ id, number, roundKind }) => (
        <RowTitle
          title={`Version ${String(number)}`}
          href={paths.deskVersion(slug, id)}
          below={roundKindLabels[roundKind]}
        />
      ),
    },
    { key: "state", header: "Stands", cell: standing },
    {
      key: "by",
      header: "Submitted",
      cell: ({ submittedBy, submittedAt }) => (
        <>
          {submittedBy ?? "Opened again by the desk"}
          <span className="block text-small text-ink-2">
            <MomentText at={submittedAt} timeZone={timeZone} />
          </span>
        </>
      ),
    },
    {
      key: "published",
      header: "Published",
      cell: ({ publishedOn }) => publishedOn && <DayText day={publishedOn} />,
    },
    {
      key: "changes",
      header: "Changes",
      cell: ({ number }) => {
        const before = versions.find((other) => other.number < number);
        return (
          before && (
            <a
              href={paths.compare(slug, {
                from: String(before.number),
                to: String(number),
              })}
            >
              From version {before.number}
            </a>
          )
        );
      },
    },
    {
      key: "hash",
      header: "Fingerprint (SHA-256)",
      cell: ({ contentSha256 }) => <Code value={contentSha256} short={12} />,
    },
  ];
  return (
    <DataTable
      caption="Versions, the newest first"
      columns={columns}
      rows={versions}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="Versions will be listed here">
          A version is made each time the draft is submitted for review.
        </EmptyState>
      }
    />
  );
}

/** What became of a version, in one status. */
export function standing(
  version: Pick<VersionRow, "isLive" | "closedBecause" | "state">,
) {
  if (version.isLive) return <PublicStatus state="live" />;
  if (version.closedBecause === null)
    return <DeskStatus state={version.state} />;
  return (
    <Status shape="ring_minus" colour="text-draft">
      {closedWords[version.closedBecause]}
    </Status>
  );
}

const closedWords = {
  taken_back: "Taken back",
  superseded: "Superseded",
  published: "No longer live",
} as const;
