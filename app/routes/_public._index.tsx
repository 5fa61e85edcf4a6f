import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PublicPageList } from "~/components/public-page-list";
import { listPublicPages } from "~/data/public-site.server";
import { listedPage } from "~/publish/listed-page";

export async function loader() {
  const pages = await listPublicPages();
  return { pages: pages.flatMap(listedPage) };
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
  const { pages } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="mb-3 font-serif text-reader">Gene pages</h1>
      <p className="mb-8 max-w-measure">
        What a gene finding means, for clinicians and for patients. Every page
        names who wrote it, who signed it and when it is next due for review.
      </p>
      {pages.length > 0 ? (
        <PublicPageList pages={pages} />
      ) : (
        <EmptyState title="No page is public yet">
          Pages appear here once named reviewers have signed them and an editor
          has published them.
        </EmptyState>
      )}
    </>
  );
}
