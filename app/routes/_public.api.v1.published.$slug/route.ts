import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  findPresentAddress,
  findPublicPage,
  findReviewedTextBefore,
  listPublicCorrections,
  listPublicInterests,
  listPublicNotices,
  listPublicReviewers,
} from "~/data/public-site.server";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import { onlyRead, problem } from "~/lib/problem";
import { anySite, publicJson } from "~/lib/public-json.server";
import { publishedPage } from "~/publish/published-page";
import { updatedSince } from "~/publish/updated-parts";
import { slugForm } from "../_public.api.v1.published._index/schema";
import type { PublishedPageAnswer } from "./schema";

export const action = onlyRead;

/** A page as readers have it today; 410 once it is withdrawn or archived, 301 once it is renamed. */
export async function loader({
  request,
  params,
}: Pick<LoaderFunctionArgs, "request" | "params">): Promise<Response> {
  const slug = slugForm.safeParse(params["slug"]);
  if (!slug.success) return missing();
  const page = await findPublicPage(slug.data);
  if (!page) return movedOrMissing(await findPresentAddress(slug.data));
  const [signers, interests, notices, corrections, before] = await Promise.all([
    listPublicReviewers(page.slug),
    listPublicInterests(page.slug),
    listPublicNotices(page.slug),
    listPublicCorrections(page.slug),
    findReviewedTextBefore(page),
  ]);
  const answer: PublishedPageAnswer = publishedPage(page, {
    ...{ signers, interests, notices, corrections },
    updated: updatedSince(page, before),
    url: absolute(environment().origin, paths.page(page.slug)),
  });
  const isGone = page.state === "withdrawn" || page.state === "archived";
  return isGone
    ? problem(410, page.state, answer.notices[0]?.sentences[0] ?? "Gone.", {
        headers: anySite,
        members: { page: answer },
      })
    : publicJson(request, answer);
}

function missing(): Response {
  const sentence = "No page was published at this address.";
  return problem(404, "not_found", sentence, { headers: anySite });
}

function movedOrMissing(present: string | null): Response {
  if (present === null) return missing();
  const to = absolute(environment().origin, paths.apiPublishedPage(present));
  return problem(301, "moved", `This page is now at ${to}.`, {
    headers: { ...anySite, Location: to },
  });
}
