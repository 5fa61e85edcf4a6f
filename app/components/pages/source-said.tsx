import { dayInWords } from "~/wording/days";
import { Section } from "../page-heading";

type Statement = {
  id: string;
  kind: string;
  raw: string;
  value: string | null;
  isAmbiguous: boolean;
};

/** What an imported page said of itself: history, and no date of this desk. */
export function SourceSaid({
  statements,
}: {
  statements: readonly Statement[];
}) {
  if (statements.length === 0) return null;
  return (
    <Section
      id="source"
      title="The source said"
      below="History, word for word. None of it counts as a review by this desk."
    >
      <dl className="panel grid gap-3 p-4">
        {statements.map((statement) => (
          <div key={statement.id}>
            <dt className="text-small text-ink-2">
              {sourceWord(statement.kind)}
              {statement.isAmbiguous && " (could be read two ways)"}
            </dt>
            <dd>“{statement.raw}”</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** "last_reviewed" as a person says it: "Last reviewed". */
function sourceWord(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A stated day in words, as far as it is one. */
export function statedDay(day: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(day) ? dayInWords(day) : day;
}
