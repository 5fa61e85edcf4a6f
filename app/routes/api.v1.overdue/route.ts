import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireToken } from "~/auth/require-token.server";
import { type HeldOverdue, listOverdueHeld } from "~/data/overdue-held.server";
import { getDeskDay } from "~/data/pages.server";
import { addDays } from "~/domain/days";
import { writeCursor } from "~/lib/cursor";
import { environment } from "~/lib/environment.server";
import { askedForPart, partOf } from "~/lib/part-of";
import { absolute, paths } from "~/lib/paths";
import { onlyRead } from "~/lib/problem";
import { readQuery } from "~/lib/query";
import { seesEveryPage } from "~/policy/pages";
import { holderOf, whatHappensNext } from "~/wording/dated";
import { type OverdueAnswer, overdueQuery } from "./schema";

export const action = onlyRead;

/** The overdue pages that the token's person may know of, the longest overdue first. */
export async function loader({
  request,
}: Pick<LoaderFunctionArgs, "request">): Promise<Response> {
  const reader = await requireToken(request);
  if (reader instanceof Response) return reader;
  const asked = readQuery(request, overdueQuery);
  if (asked instanceof Response) return asked;
  const viewer = { personId: reader.id, seesAll: seesEveryPage(reader) };
  const [rows, { today }] = await Promise.all([
    listOverdueHeld(viewer, asked.cursor, askedForPart),
    getDeskDay(),
  ]);
  const { part, followedFrom } = partOf(rows);
  const answer: OverdueAnswer = {
    today: part.at(-1)?.today ?? today,
    pages: part.map(worded),
    nextCursor:
      followedFrom &&
      writeCursor([followedFrom.nextReviewDue, followedFrom.slug]),
  };
  return Response.json(answer);
}

function worded(page: HeldOverdue): OverdueAnswer["pages"][number] {
  const { slug, title, kind, genes, place, graceEndsOn, remindedOn } = page;
  const { origin } = environment();
  const isHere = place === "here";
  return {
    ...{ slug, title, kind, genes, place },
    url: isHere ? absolute(origin, paths.page(slug)) : page.address,
    deskUrl: absolute(origin, paths.deskPage(slug)),
    state: page.publicState,
    lastReviewed: page.lastReviewed,
    nextDue: page.nextReviewDue,
    daysOverdue: page.daysOverdue,
    withheldFrom: isHere && graceEndsOn ? addDays(graceEndsOn, 1) : null,
    owner: page.ownerName,
    deskState: page.deskState,
    holder: holderOf(page),
    reviewers: page.seats.map(({ name, expertise, state, day }) => ({
      ...{ name, expertise, state, by: day },
    })),
    next:
      isHere && graceEndsOn
        ? whatHappensNext({ ...page, graceEndsOn })
        : ["It waits its turn in the backlog plan; no reminder goes out"],
    reminder: remindedOn ? { on: remindedOn, to: [...page.reminded] } : null,
  };
}
