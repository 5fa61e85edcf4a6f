import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { DataTable, RowTitle } from "../data-table";
import { EmptyState } from "../empty-state";
import { Section } from "../page-heading";
import { ToldTable } from "./told-table";

type Props = {
  pages: readonly {
    pageId: string;
    slug: string;
    title: string;
    places: number;
    triageBy: string | null;
    dueOn: string | null;
    movesTo: string | null;
    needs: readonly { expertise: string; name: string | null }[];
  }[];
  told: readonly { name: string; kind: string; count: number }[];
};

/** The pages that rest on a guideline, and whom their reviews would ask for. */
export function GuidelineResult({ pages, told }: Props) {
  return (
    <>
      <Section
        id="touched"
        title="Pages that rest on it"
        below="Each review is brought to the earliest day that is allowed, 14 days from today, unless it is due before."
      >
        <DataTable
          caption="Pages that rest on the guideline"
          rows={pages}
          rowKey={({ pageId }) => pageId}
          empty={
            <EmptyState title="No page names it">
              Nothing would fall due. A guideline is found by the words under
              which a page cites it.
            </EmptyState>
          }
          columns={[
            {
              key: "page",
              header: "Page",
              isHeading: true,
              cell: ({ title, slug, places }) => (
                <RowTitle
                  title={title}
                  slug={slug}
                  href={paths.deskPage(slug)}
                  below={
                    places === 0
                      ? "Not in its live text"
                      : `In ${String(places)} ${places === 1 ? "place" : "places"} of its live text`
                  }
                />
              ),
            },
            {
              key: "triage",
              header: "Triage by",
              cell: ({ triageBy }) =>
                triageBy === null ? null : dayInWords(triageBy),
            },
            {
              key: "due",
              header: "Due now",
              cell: ({ dueOn }) => (dueOn === null ? null : dayInWords(dueOn)),
            },
            {
              key: "moves",
              header: "Would be due",
              cell: ({ movesTo }) =>
                movesTo === null ? null : dayInWords(movesTo),
            },
            {
              key: "needs",
              header: "Needs",
              cell: ({ needs }) =>
                needs
                  .map(
                    ({ expertise, name }) =>
                      `${needLabel(expertise)}: ${name ?? "nobody named"}`,
                  )
                  .join("; "),
            },
          ]}
        />
      </Section>
      <ToldTable told={told} />
    </>
  );
}
