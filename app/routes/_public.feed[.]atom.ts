import { findPublicDesk, listPublicEvents } from "~/data/public-site.server";
import { environment } from "~/lib/environment.server";
import { writeAtomFeed } from "~/publish/atom-feed";

/** What was published, updated or withdrawn, for feed readers. */
export async function loader() {
  const [desk, events] = await Promise.all([
    findPublicDesk(),
    listPublicEvents(),
  ]);
  if (!desk) throw new Response(null, { status: 404 });
  const feed = writeAtomFeed({
    origin: environment().origin,
    deskName: desk.deskName,
    since: new Date(0),
    events,
  });
  return new Response(feed, {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
