import type { PageFacts } from "~/data/page-columns.server";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import type { DeskPageSummary } from "./schema";

/** A page of the desk as a list for programs has it. */
export function summaryOf(page: PageFacts): DeskPageSummary {
  return {
    slug: page.slug,
    title: page.title,
    kind: page.kind,
    language: page.language,
    genes: page.genes,
    owner: page.ownerName,
    collection: page.collectionName,
    deskState: page.deskState,
    publicState: page.publicState,
    correctionState: page.correctionState,
    newestVersion: page.newestNumber,
    lastReviewed: page.lastReviewedOn,
    nextDue: page.nextReviewDue,
    daysOverdue: page.daysOverdue,
    deskUrl: absolute(environment().origin, paths.deskPage(page.slug)),
  };
}
