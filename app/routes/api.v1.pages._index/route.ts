import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireToken } from "~/auth/require-token.server";
import { listPagesAfter } from "~/data/list-pages.server";
import { writeCursor } from "~/lib/cursor";
import { askedForPart, partOf } from "~/lib/part-of";
import { onlyRead } from "~/lib/problem";
import { readQuery } from "~/lib/query";
import { seesEveryPage } from "~/policy/pages";
import { type PagesAnswer, pagesQuery } from "./schema";
import { summaryOf } from "./summary.server";

export const action = onlyRead;

/** The pages of the desk that the token's person may know of, the soonest due first. */
export async function loader({
  request,
}: Pick<LoaderFunctionArgs, "request">): Promise<Response> {
  const reader = await requireToken(request);
  if (reader instanceof Response) return reader;
  const asked = readQuery(request, pagesQuery);
  if (asked instanceof Response) return asked;
  const { cursor, state, gene, q } = asked;
  const rows = await listPagesAfter(
    { personId: reader.id, seesAll: seesEveryPage(reader) },
    { state, gene, q, kind: null, ownerId: null },
    cursor,
    askedForPart,
  );
  const { part, followedFrom } = partOf(rows);
  const answer: PagesAnswer = {
    pages: part.map(summaryOf),
    nextCursor: followedFrom && writeCursor(followedFrom.place),
  };
  return Response.json(answer);
}
