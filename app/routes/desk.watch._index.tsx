import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { ButtonLink } from "~/components/button";
import { PageHeading } from "~/components/page-heading";
import { WatchTable } from "~/components/watch/watch-table";
import { WatchTabs } from "~/components/watch/watch-tabs";
import { getDeskDay } from "~/data/pages.server";
import { listWatchItems } from "~/data/watch-items.server";
import { paths } from "~/lib/paths";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Watch items · Imprimatur" }];

/** Everybody who writes, reviews or edits sees what may make a page wrong. */
export async function loader({ request }: LoaderFunctionArgs) {
  const roles = ["editor", "clinical_lead", "reviewer", "author"] as const;
  const { person } = await requireRole(request, ...roles);
  const isWaiting = new URL(request.url).searchParams.get("show") !== "triaged";
  const [items, { today }] = await Promise.all([
    listWatchItems(person.id, isWaiting),
    getDeskDay(),
  ]);
  return { items, isWaiting, today };
}

export default function WatchItems() {
  const { items, isWaiting, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Watch items"
        below="Events outside the desk that may make a page wrong. Somebody decides for each page within one working day; no date moves by itself."
        action={
          <ButtonLink tone="primary" href={paths.newWatchItem()}>
            Enter a watch item
          </ButtonLink>
        }
      />
      <WatchTabs current={isWaiting ? "waiting" : "triaged"} />
      <WatchTable items={items} today={today} isWaiting={isWaiting} />
    </>
  );
}
