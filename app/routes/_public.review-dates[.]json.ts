import { listReviewDates } from "~/data/public-site.server";

/** The review calendar of every public page, for other programs. */
export async function loader() {
  const rows = await listReviewDates();
  return Response.json(rows, {
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
