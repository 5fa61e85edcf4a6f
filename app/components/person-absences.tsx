import { paths } from "~/lib/paths";
import { needLabel } from "~/wording/labels";
import { ButtonLink } from "./button";
import { DayText } from "./day-text";
import { Section } from "./page-heading";

type Props = {
  id: string;
  absences: readonly {
    id: string;
    from: string;
    until: string;
    isNow: boolean;
    deputies: readonly { expertise: string; name: string }[];
  }[];
};

/** When somebody is away and who stands in, and the way to say so. */
export function PersonAbsences({ id, absences }: Props) {
  return (
    <Section title="Absence">
      {absences.length === 0 && <p className="mb-3">None is known.</p>}
      {absences.length > 0 && (
        <ul className="mb-3 grid gap-2">
          {absences.map((absence) => (
            <li key={absence.id}>
              {absence.isNow ? "Away now, until " : "Away from "}
              {!absence.isNow && (
                <>
                  <DayText day={absence.from} /> to{" "}
                </>
              )}
              <DayText day={absence.until} />
              <span className="block text-small text-ink-2">
                {absence.deputies
                  .map(
                    ({ expertise, name }) => `${needLabel(expertise)}: ${name}`,
                  )
                  .join(" · ") || "No deputy named"}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href={paths.absence(id)}>
        Record or change an absence
      </ButtonLink>
    </Section>
  );
}
