import { Button } from "../button";
import { MomentText } from "../day-text";
import type { DecidedFacts } from "./suggestion-facts";
import "./suggestions.css";

type Props = {
  decided: readonly DecidedFacts[];
  timeZone: string;
  canWrite: boolean;
};

const verdicts = {
  accepted: "Accepted",
  declined: "Declined",
  undone: "Opened again",
} as const satisfies Record<DecidedFacts["verdict"], string>;

/** What was answered: by whom, when and why, with a way back while the set is open. */
export function DecidedList({ decided, timeZone, canWrite }: Props) {
  if (decided.length === 0) return <p>Nothing has been answered yet.</p>;
  return (
    <ul className="grid gap-2">
      {decided.map((decision) => (
        <li
          key={`${decision.setId}-${decision.changeId}-${decision.decidedAt}`}
          className="panel flex flex-wrap items-start justify-between gap-3 px-4 py-3"
        >
          <div className="min-w-0">
            <p className="suggestion-words">
              {decision.before && <del>{decision.before}</del>}
              {decision.before && decision.after && (
                <span aria-hidden="true"> → </span>
              )}
              {decision.after && <ins>{decision.after}</ins>}
            </p>
            <p className="text-small text-ink-2">
              {verdicts[decision.verdict]} by {decision.decidedBy}, suggested by{" "}
              {decision.madeBy},{" "}
              <MomentText
                at={new Date(decision.decidedAt)}
                timeZone={timeZone}
              />
            </p>
            {decision.reason && <p className="mt-1">“{decision.reason}”</p>}
          </div>
          {canWrite && <UndoForm {...decision} />}
        </li>
      ))}
    </ul>
  );
}

function UndoForm({ setId, setRevision, changeId, after }: DecidedFacts) {
  return (
    <form method="post">
      <input type="hidden" name="set" value={setId} />
      <input type="hidden" name="revision" value={setRevision} />
      <input type="hidden" name="change" value={changeId} />
      <Button isSmall tone="quiet" name="act" value="undo">
        Undo<span className="sr-only"> the answer on {after}</span>
      </Button>
    </form>
  );
}
