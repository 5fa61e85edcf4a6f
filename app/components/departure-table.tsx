import { paths } from "~/lib/paths";
import { needLabel } from "~/wording/labels";
import { DataTable, RowTitle } from "./data-table";
import { EmptyState } from "./empty-state";

type Held = {
  what: "page" | "collection" | "review" | "pen" | "schedule" | "component";
  title: string;
  slug: string | null;
  expertise: string | null;
  heirName: string | null;
};

const asWords = {
  page: "Owner of the page",
  collection: "Lead of the collection",
  review: "Reviewer",
  pen: "Holds the pen of the draft",
  schedule: "Signed its scheduled publication",
  component: "Wrote a version of this reusable text that nobody approved yet",
} as const;

const goesWords = {
  page: "Choose who takes it over",
  collection: "Stays without a lead who is here",
  review: "To the next alternate; without one, to the collection lead",
  pen: "Put down: whoever writes next takes it",
  schedule:
    "Is cancelled: the collection lead is told, and an editor schedules again",
  component: "Stays: anybody else may approve it or write on",
} as const;

/** Everything that somebody holds, each with who gets it. */
export function DepartureTable({ held }: { held: readonly Held[] }) {
  return (
    <DataTable
      caption="What they hold"
      rows={held}
      rowKey={(each, index) =>
        [
          each.what,
          each.slug ?? `${each.title} ${String(index)}`,
          each.expertise,
        ].join(" ")
      }
      empty={
        <EmptyState title="They hold nothing">
          No page, collection, review, pen, schedule or reusable text waits for
          them.
        </EmptyState>
      }
      columns={[
        {
          key: "what",
          header: "What",
          isHeading: true,
          cell: ({ title, slug, what, expertise }) => (
            <RowTitle
              title={title}
              slug={slug}
              href={slug ? paths.deskPage(slug) : undefined}
              below={
                expertise
                  ? `${asWords[what]}, ${needLabel(expertise).toLowerCase()}`
                  : asWords[what]
              }
            />
          ),
        },
        {
          key: "goes",
          header: "Where it goes",
          cell: ({ what, heirName }) =>
            heirName ? `To ${heirName}` : goesWords[what],
        },
      ]}
    />
  );
}
