import { readReviewDates } from "~/data/public-site.server";

/** The review calendar of every public page, for other programs. */
export async function loader() {
  return new Response(await readReviewDates(), {
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Content-Type": "application/json; charset=utf-8",
    },
  });
}
