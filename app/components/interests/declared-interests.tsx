import type { InterestKind, InterestScope } from "~/domain/words";
import { dayInWords } from "~/wording/days";
import { interestKindLabels, interestScopeLabels } from "~/wording/labels";

export type DeclaredEntry = {
  entity: string;
  kind: InterestKind;
  scope: InterestScope;
  fromMonth: string;
  untilMonth: string | null;
  note: string;
};

type Props = {
  declaration: {
    hasNone: boolean;
    statement: string;
    entries: readonly DeclaredEntry[];
  };
};

/** One yearly declaration as it was made. */
export function DeclaredInterests({ declaration }: Props) {
  const { hasNone, statement, entries } = declaration;
  if (hasNone) return <p>No interests to declare.</p>;
  return (
    <div className="grid max-w-measure gap-2">
      {entries.length > 0 && (
        <ul className="panel divide-y divide-rule">
          {entries.map((entry) => (
            <li
              key={`${entry.entity} ${entry.kind} ${entry.fromMonth}`}
              className="px-4 py-3"
            >
              <strong>{entry.entity}</strong>
              <br />
              {interestKindLabels[entry.kind]}
              <span className="text-ink-2">
                {" · "}
                {interestScopeLabels[entry.scope].toLowerCase()} ·{" "}
                {dayInWords(entry.fromMonth)} to{" "}
                {entry.untilMonth ? dayInWords(entry.untilMonth) : "now"}
              </span>
              {entry.note && <p className="text-small">{entry.note}</p>}
            </li>
          ))}
        </ul>
      )}
      {statement && <p className="whitespace-pre-line">{statement}</p>}
    </div>
  );
}
