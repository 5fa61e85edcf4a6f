import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireToken } from "~/auth/require-token.server";
import { listPagesAfter } from "~/data/list-pages.server";
import { writeCursor } from "~/lib/cursor";
import { onlyRead } from "~/lib/problem";
import { readQuery } from "~/lib/query";
import { seesEveryPage } from "~/policy/pages";
import { type PagesAnswer, pagesQuery } from "./schema";
import { summaryOf } from "./summary.server";

const partSize = 100;

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
    partSize + 1,
  );
  const part = rows.slice(0, partSize);
  const last = part.at(-1);
  const answer: PagesAnswer = {
    pages: part.map(summaryOf),
    nextCursor: last && rows.length > partSize ? writeCursor(last.place) : null,
  };
  return Response.json(answer);
}
