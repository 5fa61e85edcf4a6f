import { needLabel } from "~/wording/labels";
import { listInWords } from "~/wording/places";

export type RuleNeedShown = { expertise: string; count: number; step: number };

/** What submitting does, said before anybody presses. */
export function SubmitConsequences(props: {
  line: "main" | "correction";
  needs: readonly RuleNeedShown[];
}) {
  return (
    <ul className="mt-2 grid list-disc gap-1 pl-5 marker:text-ink-3">
      <li>
        The text is kept as a version that nobody can change, and the editorial
        checks run on it.
      </li>
      <li>
        {props.line === "main"
          ? `A full review asks for: ${askedInWords(props.needs) || "nobody; there are no review rules for this kind of page"}. An editor names the people.`
          : "One reviewer with the expertise you choose and one editor sign it. A full review then falls due within 30 days."}
      </li>
      <li>Whoever wrote or submitted any of it cannot approve it.</li>
    </ul>
  );
}

/** "clinician and laboratory scientist, then medical editor". */
export function askedInWords(needs: readonly RuleNeedShown[]): string {
  const steps = [...new Set(needs.map(({ step }) => step))];
  return steps
    .map((step) =>
      listInWords(needs.filter((need) => need.step === step).map(seatInWords)),
    )
    .join(", then ");
}

/** "clinician", "two clinicians" as "clinician (2)". */
function seatInWords({ expertise, count }: RuleNeedShown): string {
  const word = needLabel(expertise).toLowerCase();
  return count > 1 ? `${word} (${String(count)})` : word;
}
