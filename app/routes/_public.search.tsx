import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PublicPageList } from "~/components/public-page-list";
import { searchPublicPages } from "~/data/public-site.server";
import { listedPage } from "~/publish/listed-page";

const mostWords = 8;

export async function loader({ request }: LoaderFunctionArgs) {
  const query = (new URL(request.url).searchParams.get("q") ?? "")
    .slice(0, 200)
    .trim();
  const words = query.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const pages = words.length > 0 ? await searchPublicPages(words) : [];
  return { query, pages: pages.flatMap(listedPage) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.query || "Search"} · Gene pages` },
  { name: "robots", content: "noindex" },
];

export default function Search() {
  const { query, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="mb-4 font-serif text-reader">
        {query ? `Pages with “${query}”` : "Search"}
      </h1>
      {pages.length > 0 ? (
        <PublicPageList pages={pages} />
      ) : (
        <EmptyState
          title={query ? "Nothing found" : "Type a gene or a condition"}
        >
          {query
            ? "No page in date holds all of these words. Try the gene symbol alone, or fewer words."
            : "Search looks at titles, genes and the text of every page that is public today."}
        </EmptyState>
      )}
    </>
  );
}
