import type { InterestConflict } from "~/domain/interests";
import {
  conflictConsequences,
  conflictSentence,
  unlistedSentence,
} from "~/wording/interests";

type Props = {
  conflicts: readonly InterestConflict[];
  /** Therapies whose maker is not in the table; left out where one list serves several people. */
  unlisted?: readonly string[];
};

/** What the check of a declaration against the makers found, and what it could not tell. */
export function CheckFound({ conflicts, unlisted = [] }: Props) {
  if (conflicts.length + unlisted.length === 0) return null;
  return (
    <div className="grid gap-2">
      {conflicts.length > 0 && (
        <ul className="grid gap-1.5 border-l-4 border-changes pl-3">
          {conflicts.map((conflict) => (
            <li key={`${conflict.entity} ${conflict.kind} ${conflict.therapy}`}>
              {conflictSentence(conflict)}{" "}
              <span className="text-ink-2">
                {conflictConsequences[conflict.standing]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {unlisted.length > 0 && (
        <ul className="grid gap-1 border-l-4 border-edge pl-3">
          {unlisted.map((therapy) => (
            <li key={therapy}>{unlistedSentence(therapy)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
