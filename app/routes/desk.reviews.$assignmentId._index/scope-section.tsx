import { Section } from "~/components/page-heading";
import { KeptSections } from "~/components/review/kept-sections";
import { roundKindLabels, roundKindMeanings } from "~/wording/labels";
import type { ReviewScreen } from "./load-review.server";

/** What this review is about, where that is not the whole page. */
export function ScopeSection({ review }: { review: ReviewScreen }) {
  const { roundKind, scopeNames, keptSections, expertise, reason } = review;
  if (scopeNames.length === 0 && keptSections.length === 0) return null;
  return (
    <Section
      id="scope"
      title="What you sign for"
      below={
        scopeNames.length > 0
          ? `${roundKindLabels[roundKind]}. ${roundKindMeanings[roundKind]}`
          : "Sections that nobody touched keep the sign-off of an earlier version, with its day."
      }
    >
      {reason && (
        <p className="mb-3 max-w-measure">
          <span className="font-bold">Why now:</span> {reason}
        </p>
      )}
      {scopeNames.length > 0 && (
        <ul className="grid list-disc gap-1 pl-5">
          {scopeNames.map((name, index) => (
            <li key={`${name} ${String(index)}`}>{name}</li>
          ))}
        </ul>
      )}
      <KeptSections sections={keptSections} expertise={expertise} />
    </Section>
  );
}
