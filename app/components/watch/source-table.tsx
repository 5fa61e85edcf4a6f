import { ButtonLink } from "~/components/button";
import { DataTable, RowTitle } from "~/components/data-table";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import type { WatchSubject } from "~/domain/watch-items";
import { paths } from "~/lib/paths";
import { subjectInWords, watchSubjectLabels } from "~/wording/watch-items";

type Source = {
  kind: Exclude<WatchSubject, "page">;
  key: string;
  label: string;
  pages: number;
  blocks: number;
  checkedTo: string | null;
  openItems: number;
  restingOn: { slug: string; title: string; blocks: number }[];
};

/** The source register: what live texts rest on, and what waits about it. */
export function SourceTable({ sources }: { sources: readonly Source[] }) {
  return (
    <DataTable
      caption="Sources that live texts rest on"
      rows={sources}
      rowKey={({ kind, key }) => `${kind} ${key}`}
      empty={
        <EmptyState title="No source is found">
          The register holds what live pages cite, link, mark or name. Look for
          fewer words, or for every kind.
        </EmptyState>
      }
      columns={[
        {
          key: "source",
          header: "Source",
          isHeading: true,
          cell: ({ kind, label }) => (
            <RowTitle
              title={subjectInWords(kind, label)}
              below={watchSubjectLabels[kind]}
            />
          ),
        },
        { key: "pages", header: "Rests on it", cell: RestsOnIt },
        {
          key: "checked",
          header: "Evidence checked to",
          cell: ({ checkedTo }) =>
            checkedTo === null ? "Not said" : <DayText day={checkedTo} />,
        },
        {
          key: "open",
          header: "Open items",
          isNumber: true,
          cell: ({ openItems }) =>
            openItems === 0 ? (
              "0"
            ) : (
              <a href={paths.watchItems()}>{openItems}</a>
            ),
        },
        {
          key: "enter",
          header: "Act",
          cell: (source) => (
            <ButtonLink
              isSmall
              href={paths.newWatchItem({
                subjectKind: source.kind,
                subject: subjectOf(source),
              })}
              label={`Enter an item about ${source.label}`}
            >
              Enter an item
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function RestsOnIt({ pages, blocks, restingOn }: Source) {
  const more = pages - restingOn.length;
  return (
    <details>
      <summary className="py-1 whitespace-nowrap">
        {pages} {pages === 1 ? "page" : "pages"}, {blocks}{" "}
        {blocks === 1 ? "block" : "blocks"}
      </summary>
      <ul className="mt-1 grid gap-1">
        {restingOn.map((page) => (
          <li key={page.slug}>
            <a href={paths.deskPage(page.slug)}>{page.title}</a>
            {page.blocks > 1 && `, ${String(page.blocks)} blocks`}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  );
}

/** As the form of a new item takes it. */
function subjectOf({ kind, key, label }: Source): string {
  switch (kind) {
    case "url":
      return `https://${key}`;
    case "guideline":
    case "gene":
    case "therapy":
      return label;
    default:
      return key;
  }
}
