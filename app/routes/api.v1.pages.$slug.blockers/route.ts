import type { LoaderFunctionArgs } from "@remix-run/node";
import { listReasons } from "~/commands/list-reasons.server";
import { listPublishBlockers } from "~/data/gate.server";
import { findNewestWork } from "~/data/newest-work.server";
import { done } from "~/domain/outcome";
import { paths } from "~/lib/paths";
import { onlyRead, problem } from "~/lib/problem";
import { gateAnswer } from "~/publish/gate-answer";
import { wordRefusal } from "~/wording/refusals";
import {
  findPageForToken,
  missing,
} from "../api.v1.pages.$slug._index/find-page.server";
import type { GateAnswerForPrograms } from "./schema";

export const action = onlyRead;

/** Every reason why the newest work on a page may not be published now; nothing is run or kept for it. */
export async function loader({
  request,
  params,
}: Pick<LoaderFunctionArgs, "request" | "params">): Promise<Response> {
  const found = await findPageForToken(
    ...([request, params["slug"], paths.apiBlockers] as const),
  );
  if (found instanceof Response) return found;
  const work = await findNewestWork(found.page.slug);
  if (found.access === "review" || !work) return missing();
  const { versionId } = work;
  const reasons =
    versionId === null
      ? await listReasons(work)
      : done(await listPublishBlockers(versionId));
  if (!reasons.ok) {
    const { status, sentence } = wordRefusal(reasons.because);
    return problem(status, reasons.because, sentence);
  }
  const answer: GateAnswerForPrograms = gateAnswer(work, reasons.value);
  return Response.json(answer);
}
