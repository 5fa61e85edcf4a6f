import type { LinksFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ErrorScreen } from "~/components/error-screen";
import { PublicFrame } from "~/components/public-frame";
import { findPublicDesk } from "~/data/public-site.server";
import { sampleViews } from "~/domain/sample-views";
import { paths } from "~/lib/paths";

export const handle = { noScript: true };

export const links: LinksFunction = () => [
  {
    rel: "alternate",
    type: "application/atom+xml",
    title: "What was published, updated or withdrawn",
    href: paths.atomFeed(),
  },
];

export async function loader() {
  const desk = await findPublicDesk();
  return {
    siteName: desk?.deskName ?? "Gene pages",
    isSample: desk?.mode === "demo",
  };
}

/** The frame of everything that readers see. */
export default function Public() {
  const { siteName, isSample } = useLoaderData<typeof loader>();
  return (
    <PublicFrame
      siteName={siteName}
      links={[{ label: "All pages", href: paths.home() }]}
      searchAction={paths.search()}
      footerLinks={[
        { label: "Review dates", href: paths.reviewDates() },
        { label: "Feed of what is new (Atom)", href: paths.atomFeed() },
      ]}
      sample={
        isSample
          ? {
              action: paths.seeItAs(),
              views: sampleViews.map(({ value, label }) => ({ value, label })),
              current: "reader",
            }
          : undefined
      }
    >
      <Outlet />
    </PublicFrame>
  );
}

export const ErrorBoundary = ErrorScreen;
