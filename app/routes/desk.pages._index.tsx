import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/auth/require-person.server";
import { ButtonLink, ButtonRow } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { PageFilterForm } from "~/components/pages/page-filter-form";
import { PageTable } from "~/components/pages/page-table";
import { listOwners, listPages } from "~/data/list-pages.server";
import { findSections } from "~/data/page-sections.server";
import { getDeskDay } from "~/data/pages.server";
import { deskStates, pageKinds, publicStates } from "~/domain/words";
import { paths } from "~/lib/paths";
import { mayNotCreatePage, seesEveryPage } from "~/policy/pages";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Pages · Imprimatur" }];

const pageSize = 25;

const filterSchema = z.object({
  state: z
    .enum([...deskStates, ...publicStates])
    .nullable()
    .catch(null),
  kind: z.enum(pageKinds).nullable().catch(null),
  owner: z.uuid().nullable().catch(null),
  q: z.string().trim().max(120).catch(""),
  from: z.coerce.number().int().min(0).max(100_000).catch(0),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const query = new URL(request.url).searchParams;
  const filter = filterSchema.parse(Object.fromEntries(query));
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const [{ pages, total, hasMore }, owners, day] = await Promise.all([
    listPages(
      viewer,
      { ...filter, ownerId: filter.owner },
      { limit: pageSize, offset: filter.from },
    ),
    listOwners(),
    getDeskDay(),
  ]);
  const sections = await findSections(pages.map(({ id }) => id));
  return {
    filter,
    owners,
    total,
    hasMore,
    today: day.today,
    mayCreate: mayNotCreatePage(person) === null,
    pages: pages.map((page) => ({
      ...page,
      sections: sections.get(page.id) ?? [],
    })),
  };
}

/** Every page that this person may see; a filter is an address that one can send. */
export default function Pages() {
  const known = useLoaderData<typeof loader>();
  const { filter, pages, total, mayCreate } = known;
  const isFiltered = Boolean(
    filter.state ?? filter.kind ?? filter.owner ?? (filter.q || null),
  );
  const at = (from: number) => paths.pages({ ...filter, from });
  const last = filter.from + pages.length;
  const counted = `${known.hasMore ? "More than " : ""}${total.toLocaleString("en-GB")}`;
  const hasNext = last < total || (known.hasMore && pages.length === pageSize);
  return (
    <>
      <PageHeading
        title="Pages"
        below={total === 1 && !known.hasMore ? "One page" : `${counted} pages`}
        action={
          mayCreate && (
            <ButtonRow>
              <ButtonLink href={paths.importFiles()}>Import files</ButtonLink>
              <ButtonLink tone="primary" href={paths.newPage()}>
                New page
              </ButtonLink>
            </ButtonRow>
          )
        }
      />
      <PageFilterForm filter={filter} owners={known.owners} />
      <PageTable
        pages={pages}
        today={known.today}
        empty={
          isFiltered || filter.from > 0 ? (
            <EmptyState
              title="No page fits"
              action={<ButtonLink href={paths.pages()}>Show all</ButtonLink>}
            >
              Nothing that you may see fits what you asked for.
            </EmptyState>
          ) : (
            <EmptyState title="Your pages will be listed here">
              You are not on the team of a page yet, and nobody has asked you
              for a review.
            </EmptyState>
          )
        }
      />
      {(filter.from > 0 || hasNext) && (
        <Pagination
          summary={`Pages ${String(filter.from + 1)} to ${String(last)} of ${counted.toLowerCase()}`}
          previousHref={
            filter.from > 0
              ? at(Math.max(0, filter.from - pageSize))
              : undefined
          }
          nextHref={hasNext ? at(last) : undefined}
        />
      )}
    </>
  );
}
