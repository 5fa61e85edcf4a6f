import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { PublicPageList } from "~/components/public-page-list";
import { listPublicPages } from "~/data/public-site.server";
import { paths } from "~/lib/paths";
import { listedPage } from "~/publish/listed-page";

const pageSize = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after");
  const pages = await listPublicPages({ after, limit: pageSize + 1 });
  const shown = pages.slice(0, pageSize);
  return {
    isFirst: after === null,
    next: pages.length > pageSize ? shown.at(-1)?.slug : undefined,
    pages: shown.flatMap(listedPage),
  };
}

export const meta: MetaFunction = () => [
  { title: "Gene pages" },
  {
    name: "description",
    content:
      "What a gene finding means, for clinicians and patients, each page signed by named reviewers and in date.",
  },
];

export default function Home() {
  const { pages, isFirst, next } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="mb-3 font-serif text-reader">Gene pages</h1>
      <p className="mb-8 max-w-measure">
        What a gene finding means, for clinicians and for patients. Every page
        names who wrote it, who signed it and when it is next due for review.
      </p>
      {pages.length > 0 ? (
        <PublicPageList pages={pages} />
      ) : !isFirst ? (
        <EmptyState title="There are no more pages">
          This was the end of the list.
        </EmptyState>
      ) : (
        <EmptyState title="No page is public yet">
          Pages appear here once named reviewers have signed them and an editor
          has published them.
        </EmptyState>
      )}
      {(next ?? !isFirst) && (
        <Pagination
          summary="By title"
          firstHref={isFirst ? undefined : paths.home()}
          nextHref={next && paths.home(next)}
        />
      )}
    </>
  );
}
