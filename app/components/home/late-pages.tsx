import type { Day } from "~/domain/days";
import { paths } from "~/lib/paths";
import { lateInWords } from "~/wording/dated";
import { type DatedRow, DatedTable } from "../dates/dated-table";
import { Section } from "../page-heading";

type Props = {
  pages: readonly DatedRow[];
  overdue: number;
  /** How many fall due within 30 days. */
  soon: number;
  today: Day;
};

/** What is overdue, who holds it and what happens next: first on an editor's desk. */
export function LatePages({ pages, overdue, soon, today }: Props) {
  const more = overdue - pages.length;
  return (
    <Section
      id="overdue"
      title="Overdue pages"
      below={lateInWords(overdue, soon)}
      action={
        <a href={paths.dates()} className="inline-block py-1">
          All review dates
        </a>
      }
    >
      <DatedTable
        caption="The pages that are overdue the longest"
        rows={pages}
        today={today}
        empty={null}
      />
      {more > 0 && (
        <p className="mt-3 text-ink-2">
          <a href={paths.dates()}>{more} more are overdue</a>
        </p>
      )}
    </Section>
  );
}
