import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { DataTable, RowTitle } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Tabs } from "~/components/tabs";
import { listUnheldPages } from "~/data/unheld-pages.server";
import { paths } from "~/lib/paths";
import { unheldInWords } from "~/wording/unheld";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Pages with no reviewer or owner · Imprimatur" },
];

/** Editors, leads and admins; a lead's own collections are their queue. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "admin"] as const;
  const { person } = await requireRole(request, ...roles);
  const isMine = new URL(request.url).searchParams.get("of") === "mine";
  return { isMine, pages: await listUnheldPages(person.id, isMine) };
}

/** Every page that nobody answers for, or that nobody can review. */
export default function NoReviewerOrOwner() {
  const { isMine, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Pages with no reviewer or owner"
        below="What nobody holds, or nobody could review. The health check of the desk counts them too."
      />
      <Tabs
        label="Whose pages"
        tabs={[
          {
            label: "All pages",
            href: paths.noReviewerOrOwner(),
            isCurrent: !isMine,
          },
          {
            label: "Collections I lead",
            href: paths.noReviewerOrOwner("mine"),
            isCurrent: isMine,
          },
        ]}
      />
      <DataTable
        caption="Pages with no valid reviewer or owner"
        rows={pages}
        rowKey={(page) =>
          [page.slug, page.lacks, page.expertise ?? ""].join(" ")
        }
        empty={
          <EmptyState title="Every page has an owner and can be reviewed">
            A page comes here when its owner leaves, when a seat of its review
            is empty, or when nobody on the desk holds what its rules ask for.
          </EmptyState>
        }
        columns={[
          {
            key: "page",
            header: "Page",
            isHeading: true,
            cell: (page) => (
              <RowTitle
                title={page.title}
                slug={page.slug}
                href={
                  page.lacks === "seat"
                    ? paths.deskPageAct(page.slug, "review")
                    : paths.deskPage(page.slug)
                }
                below={page.collection ?? undefined}
              />
            ),
          },
          {
            key: "lacks",
            header: "What it lacks",
            cell: unheldInWords,
          },
          {
            key: "lead",
            header: "Collection lead",
            cell: ({ leadName }) => leadName ?? "None: the editors",
          },
        ]}
      />
    </>
  );
}
