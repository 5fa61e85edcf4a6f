import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { type Column, DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { GeneTitle } from "~/components/gene-name";
import { Stack } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import { AssignmentStatus, LateStatus, Status } from "~/components/status";
import {
  type EndedRequest,
  listEndedRequests,
} from "~/data/ended-requests.server";
import { listMyReviews, type MyReview } from "~/data/reviews.server";
import { paths } from "~/lib/paths";
import { deadlineInWords, dayInWords } from "~/wording/days";
import { endInWords, endLabels } from "~/wording/ended-requests";
import { needLabel, roundKindLabels, verdictLabels } from "~/wording/labels";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "My reviews · Imprimatur" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const [reviews, ended] = await Promise.all([
    listMyReviews(person.id),
    listEndedRequests(person.id),
  ]);
  return { reviews, ended };
}

/** What this person was asked to review: what waits first, by day. */
export default function MyReviews() {
  const { reviews, ended } = useLoaderData<typeof loader>();
  const waiting = reviews.filter(isWaiting);
  const lately = new Set(ended.map(({ assignmentId }) => assignmentId));
  const past = reviews
    .filter((row) => !isWaiting(row) && !lately.has(row.assignmentId))
    .reverse();
  return (
    <>
      <PageHeading
        title="My reviews"
        below="Pages that you were asked to read and to sign for."
        aside={<a href={paths.reviewsDone()}>Signed this year</a>}
      />
      <Stack gap="loose">
        <DataTable
          caption="Reviews that wait for you, the nearest day first"
          columns={[
            pageColumn,
            askedColumn,
            { key: "by", header: "By", cell: (row) => <Deadline row={row} /> },
            {
              key: "state",
              header: "You",
              cell: ({ state }) => <AssignmentStatus state={state} />,
            },
          ]}
          rows={waiting}
          rowKey={({ assignmentId }) => assignmentId}
          empty={
            <EmptyState title="Nothing waits for you">
              An editor asks you by mail when a page needs your expertise. It
              then stands here until you have decided.
            </EmptyState>
          }
        />
        {ended.length > 0 && (
          <Section
            title="Not asked any more"
            below="What ended in the last 30 days without a decision of yours. You need do nothing about it."
          >
            <DataTable
              caption="Requests that ended in the last 30 days"
              columns={endedColumns}
              rows={ended}
              rowKey={({ assignmentId }) => assignmentId}
              empty={null}
            />
          </Section>
        )}
        {past.length > 0 && (
          <Section title="Before">
            <DataTable
              caption="Reviews that are over"
              columns={[
                pageColumn,
                askedColumn,
                {
                  key: "outcome",
                  header: "You",
                  cell: (row) => <Outcome row={row} />,
                },
              ]}
              rows={past}
              rowKey={({ assignmentId }) => assignmentId}
              empty={null}
            />
          </Section>
        )}
      </Stack>
    </>
  );
}

type Asked = Pick<
  MyReview,
  "assignmentId" | "genes" | "roundKind" | "versionNumber" | "expertise"
> & { pageTitle: string; pageSlug: string };

const pageColumn: Column<Asked> = {
  key: "page",
  header: "Page",
  isHeading: true,
  cell: (row) => (
    <RowTitle
      title={<GeneTitle title={row.pageTitle} genes={row.genes} />}
      href={paths.review(row.assignmentId)}
      slug={row.pageSlug}
      below={`${roundKindLabels[row.roundKind]}, version ${String(row.versionNumber)}`}
    />
  ),
};

const askedColumn: Column<Asked> = {
  key: "as",
  header: "As",
  cell: ({ expertise }) => needLabel(expertise),
};

const endedColumns: Column<EndedRequest>[] = [
  {
    ...pageColumn,
    cell: (row) =>
      pageColumn.cell({ ...row, pageTitle: row.title, pageSlug: row.slug }),
  },
  { ...askedColumn, cell: ({ expertise }) => needLabel(expertise) },
  {
    key: "why",
    header: "Why",
    cell: (row) => (
      <>
        <Status shape="ring_minus" colour="text-draft">
          {endLabels[row.how]}
        </Status>
        <span className="block text-small text-ink-2">{endInWords(row)}.</span>
      </>
    ),
  },
  {
    key: "on",
    header: "On",
    cell: ({ endedOn }) => dayInWords(endedOn),
  },
];

function Deadline({ row }: { row: MyReview }) {
  const isAsked = row.state === "invited";
  const day = isAsked ? row.respondBy : row.reviewBy;
  const due = deadlineInWords(row.today, day);
  const words = isAsked ? `answer ${due}` : due;
  return (
    <>
      {day < row.today ? (
        <LateStatus>{words}</LateStatus>
      ) : (
        <span className="font-bold">{words}</span>
      )}
      <span className="block text-small text-ink-2">
        {isAsked ? "Say whether you can" : "Decide"} by {dayInWords(day)}
      </span>
      {isAsked && (
        <span className="block text-small text-ink-2">
          Decide by {dayInWords(row.reviewBy)}
        </span>
      )}
    </>
  );
}

function Outcome({ row }: { row: MyReview }) {
  const { verdict, signedOn, state } = row;
  if (!verdict || !signedOn)
    return (
      <AssignmentStatus state={row.isRoundOpen ? state : closedState(state)} />
    );
  return (
    <Status
      shape={verdict === "approve" ? "disc_tick" : "diamond"}
      colour={verdict === "approve" ? "text-approved" : "text-changes"}
    >
      {verdictLabels[verdict]} {dayInWords(signedOn)}
    </Status>
  );
}

/** A round that closed under a reviewer's hands asks nothing more of them. */
function closedState(state: MyReview["state"]): MyReview["state"] {
  return state === "declined" ? "declined" : "dismissed";
}

function isWaiting({ state, isRoundOpen }: MyReview): boolean {
  return isRoundOpen && (state === "invited" || state === "accepted");
}
