import type { LoaderFunctionArgs } from "@remix-run/node";
import { listAuthors } from "~/data/page-team.server";
import { paths } from "~/lib/paths";
import { onlyRead } from "~/lib/problem";
import { summaryOf } from "../api.v1.pages._index/summary.server";
import { findPageForToken } from "./find-page.server";
import type { DeskPageAnswer } from "./schema";

export const action = onlyRead;

/** How one page of the desk stands, for whom the token's person may know of it. */
export async function loader({
  request,
  params,
}: Pick<LoaderFunctionArgs, "request" | "params">): Promise<Response> {
  const found = await findPageForToken(request, params["slug"], paths.apiPage);
  if (found instanceof Response) return found;
  const { page, access } = found;
  const authors = await listAuthors(page.id);
  const { draftRevision, draftUpdatedAt } = page;
  const answer: DeskPageAnswer = {
    ...summaryOf(page),
    access,
    authors: authors.map(({ name }) => name),
    confidentialUntil: page.confidentialUntil,
    roundKind: page.roundKind,
    submittedAt: page.submittedAt?.toISOString() ?? null,
    draft:
      access === "review" || draftRevision === null || draftUpdatedAt === null
        ? null
        : { revision: draftRevision, updatedAt: draftUpdatedAt.toISOString() },
    evidenceCheckedTo: page.evidenceCheckedTo,
    publishedOn: page.publishedOn,
  };
  return Response.json(answer);
}
