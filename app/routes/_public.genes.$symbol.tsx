import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { GeneName } from "~/components/gene-name";
import { PublicPageList } from "~/components/public-page-list";
import { listPublicPages } from "~/data/public-site.server";
import { listedPage } from "~/publish/listed-page";

export async function loader({ params }: LoaderFunctionArgs) {
  const symbol = params["symbol"] ?? "";
  const pages = await listPublicPages({ gene: symbol });
  return { symbol, pages: pages.flatMap(listedPage) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.symbol ?? "Gene"} · Gene pages` },
];

export default function Gene() {
  const { symbol, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="mb-6 font-serif text-reader">
        Pages on <GeneName symbol={symbol} />
      </h1>
      {pages.length > 0 ? (
        <PublicPageList pages={pages} />
      ) : (
        <EmptyState title="No public page on this gene">
          There is no page in date whose topic is this symbol. Search for the
          condition, or for the symbol that the gene has now.
        </EmptyState>
      )}
    </>
  );
}
