import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublished } from "~/data/public-site.server";
import { writeCursor } from "~/lib/cursor";
import { environment } from "~/lib/environment.server";
import { askedForPart, partOf } from "~/lib/part-of";
import { absolute, paths } from "~/lib/paths";
import { onlyRead } from "~/lib/problem";
import { anySite, publicJson } from "~/lib/public-json.server";
import { readQuery } from "~/lib/query";
import { listedPage } from "~/publish/listed-page";
import { type PublishedAnswer, publishedQuery } from "./schema";

export const action = onlyRead;

/** The pages that readers can read today, by address, a part at a time. */
export async function loader({
  request,
}: Pick<LoaderFunctionArgs, "request">): Promise<Response> {
  const asked = readQuery(request, publishedQuery, anySite);
  if (asked instanceof Response) return asked;
  const [after] = asked.cursor ?? [null];
  const rows = await listPublished(asked.gene, after, askedForPart);
  const { part, followedFrom } = partOf(rows);
  const { origin } = environment();
  const answer: PublishedAnswer = {
    pages: part.flatMap((row) =>
      listedPage(row).map(({ slug, title, kind, audience, state, genes }) => ({
        ...{ slug, url: absolute(origin, paths.page(slug)), title, kind },
        ...{ audience, language: row.language, genes, state },
        overdue: row.isOverdue,
        lastReviewed: row.lastReviewedOn,
        nextDue: row.nextReviewDue,
        publishedOn: row.publishedOn,
        version: row.versionNumber,
        contentSha256: row.contentSha256,
      })),
    ),
    nextCursor: followedFrom && writeCursor([followedFrom.slug]),
  };
  return publicJson(request, answer);
}
