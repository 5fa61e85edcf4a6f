import type { ReactNode } from "react";
import { DefinitionRows } from "~/components/definition-rows";
import { Section } from "~/components/page-heading";
import { PublicStatus } from "~/components/status";
import { paths } from "~/lib/paths";
import { dayInWords, reviewDueInWords } from "~/wording/days";
import { withdrawalLabels } from "~/wording/labels";
import { publicStateWording } from "~/wording/statuses";
import type { PublicKnown } from "./public-known";

/** How the page stands for its readers today. */
export function StandingSection({ known }: { known: PublicKnown }) {
  const { standing, slug } = known;
  const isPublic = standing.state !== "none" && standing.state !== "elsewhere";
  return (
    <Section
      title="What readers get today"
      action={isPublic && <a href={paths.page(slug)}>See the public page</a>}
    >
      <div className="panel grid gap-3 p-4 sm:p-5">
        <div>
          <PublicStatus state={standing.state} />
          <p>{publicStateWording[standing.state].meaning}</p>
          {standing.withheldBecause === "approval_revoked" && (
            <p>A reviewer took their approval back, so no text is shown.</p>
          )}
          {standing.withheldBecause === "set_fell" && (
            <p>
              Another page of its set was taken down or withheld, so no text is
              shown. The publish tab names the set.
            </p>
          )}
        </div>
        <DefinitionRows rows={rowsOf(known)} />
      </div>
    </Section>
  );
}

function rowsOf({
  standing,
}: PublicKnown): { term: string; detail: ReactNode }[] {
  const { today, versionNumber, publishedOn, lastReviewedOn } = standing;
  const { evidenceCheckedTo, nextReviewDue, graceEndsOn } = standing;
  const rows: { term: string; detail: ReactNode }[] = [];
  const add = (term: string, detail: ReactNode) => rows.push({ term, detail });
  if (versionNumber && publishedOn)
    add(
      "Version",
      `${String(versionNumber)}, public since ${dayInWords(publishedOn)}`,
    );
  if (standing.withdrawnOn && standing.withdrawalType)
    add(
      "Withdrawn",
      `${dayInWords(standing.withdrawnOn)} by ${standing.withdrawnBy ?? "an editor"}: ${withdrawalLabels[standing.withdrawalType].toLowerCase()}. ${standing.withdrawalReason ?? ""}`,
    );
  if (standing.withdrawnOn && standing.isPermanent)
    add("For good", "It never comes back, and readers see the reason.");
  if (lastReviewedOn) add("Reviewed in full", dayInWords(lastReviewedOn));
  if (evidenceCheckedTo) add("Evidence to", dayInWords(evidenceCheckedTo));
  if (nextReviewDue)
    add(
      "Next review",
      standing.isLive
        ? `${dayInWords(nextReviewDue)}, ${reviewDueInWords(today, nextReviewDue, standing.daysOverdue)}`
        : dayInWords(nextReviewDue),
    );
  if (graceEndsOn && standing.isLive)
    add("Shown until", `${dayInWords(graceEndsOn)}: then the text is withheld`);
  return rows;
}
