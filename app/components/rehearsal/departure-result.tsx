import type { Role } from "~/domain/words";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { needLabel, roleLabels } from "~/wording/labels";
import { wordRoleEmptied } from "~/wording/rehearsals";
import { DataTable, RowTitle } from "../data-table";
import { EmptyState } from "../empty-state";
import { Notice } from "../notice";
import { Section } from "../page-heading";
import { ToldTable } from "./told-table";

type Page = { pageId: string; slug: string; title: string };

type Props = {
  reviews: readonly (Page & {
    expertise: string;
    reviewBy: string;
    toName: string | null;
    couldBeAsked: readonly string[];
  })[];
  holdings: readonly (Page & {
    what: "page" | "schedule";
    toName: string | null;
    onDay: string | null;
  })[];
  shelves: readonly { id: string; name: string; toName: string | null }[];
  emptied: readonly Role[];
  bench: readonly (Page & {
    expertise: string;
    dueOn: string;
    left: number;
    wanted: number;
  })[];
  told: readonly { name: string; kind: string; count: number }[];
};

/** What would stall, go to somebody else, or need whom, when somebody left. */
export function DepartureResult(props: Props) {
  const { reviews, holdings, shelves, emptied, bench, told } = props;
  return (
    <>
      {emptied.map((role) => (
        <Notice
          key={role}
          tone="warn"
          title={`Nobody would be ${roleLabels[role].toLowerCase()}`}
        >
          {wordRoleEmptied(role)}
        </Notice>
      ))}
      <Section id="reviews" title="Open reviews">
        <DataTable
          caption="Open reviews that would change hands or stall"
          rows={reviews}
          rowKey={({ pageId, expertise }) => `${pageId} ${expertise}`}
          empty={
            <EmptyState title="No open review waits for them">
              Nothing would stall in a review.
            </EmptyState>
          }
          columns={[
            page(),
            {
              key: "as",
              header: "Asked as",
              cell: ({ expertise }) => needLabel(expertise),
            },
            {
              key: "by",
              header: "Review by",
              cell: ({ reviewBy }) => dayInWords(reviewBy),
            },
            {
              key: "then",
              header: "Then",
              cell: ({ toName, couldBeAsked }) =>
                toName === null
                  ? stalls(couldBeAsked)
                  : `Goes to ${toName}, with days of their own`,
            },
          ]}
        />
      </Section>
      <Section id="holdings" title="Pages and publications">
        <DataTable
          caption="Pages and scheduled publications that they hold"
          rows={holdings}
          rowKey={({ pageId, what }) => `${pageId} ${what}`}
          empty={
            <EmptyState title="They hold no page and no publication">
              Nothing would be left without an owner.
            </EmptyState>
          }
          columns={[
            page(),
            {
              key: "then",
              header: "Then",
              cell: ({ what, toName }) => {
                if (what === "schedule")
                  return "Its publication is cancelled, and an editor schedules again";
                return toName === null
                  ? "Nobody owns it: needs an owner"
                  : `Goes to ${toName}`;
              },
            },
            {
              key: "day",
              header: "Next review, or publication",
              cell: ({ onDay }) => (onDay === null ? null : dayInWords(onDay)),
            },
          ]}
        />
      </Section>
      {shelves.length > 0 && (
        <Section id="shelves" title="Collections">
          <DataTable
            caption="Collections that they lead"
            rows={shelves}
            rowKey={({ id }) => id}
            empty={null}
            columns={[
              {
                key: "name",
                header: "Collection",
                isHeading: true,
                cell: ({ name }) => name,
              },
              {
                key: "then",
                header: "Then",
                cell: ({ toName }) =>
                  toName === null
                    ? "Nobody leads it: needs a lead; what falls to its lead goes to the editors"
                    : `Goes to ${toName}`,
              },
            ]}
          />
        </Section>
      )}
      <Section
        id="bench"
        title="Live pages that too few could review"
        below="By the review rules of today, authors left out. Each is in date until its day."
      >
        <DataTable
          caption="Live pages that too few could review without them"
          rows={bench}
          rowKey={({ pageId, expertise }) => `${pageId} ${expertise}`}
          empty={
            <EmptyState title="Every live page could still be reviewed">
              Enough people hold what the rules ask for.
            </EmptyState>
          }
          columns={[
            page(),
            {
              key: "needs",
              header: "Needs",
              cell: ({ expertise, left, wanted }) =>
                `${String(wanted)} as ${needLabel(expertise).toLowerCase()}, ${left > 0 ? `${String(left)} could be asked` : "nobody could be asked"}`,
            },
            {
              key: "due",
              header: "Next review due",
              cell: ({ dueOn }) => dayInWords(dueOn),
            },
          ]}
        />
      </Section>
      <ToldTable told={told} />
    </>
  );
}

function page<Row extends Page>() {
  return {
    key: "page",
    header: "Page",
    isHeading: true,
    cell: ({ title, slug }: Row) => (
      <RowTitle
        title={title}
        slug={slug}
        {...(slug !== "" && { href: paths.deskPage(slug) })}
      />
    ),
  };
}

function stalls(couldBeAsked: readonly string[]): string {
  return couldBeAsked.length === 0
    ? "Stalls: nobody on the desk could be asked"
    : `Stalls until somebody is asked: ${couldBeAsked.join(", ")}`;
}
