import { initialsOf } from "../../person-ring";
import type { OpenSet } from "./open-sets";

type Props = {
  sets: readonly OpenSet[];
  hands: ReadonlyMap<string, number>;
  onClose: (key: string, form: FormData) => Promise<boolean>;
};

/** Who suggests and how much of it is open; who is answered wholly can be told. */
export function OthersPeople({ sets, hands, onClose }: Props) {
  return (
    <ul className="others-people">
      {sets.map(({ setId, setRevision, madeBy, madeById, cards }) => (
        <li key={setId}>
          <span
            className={`others-by others-hand-${String(hands.get(madeById) ?? 0)}`}
            aria-hidden="true"
          >
            {initialsOf(madeBy)}
          </span>
          <span className="others-name">{madeBy}</span>
          <b>{cards.length}</b>
          {cards.length === 0 && (
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                const form = new FormData();
                form.set("act", "close");
                form.set("set", setId);
                form.set("revision", String(setRevision));
                void onClose(setId, form);
              }}
            >
              Close and tell them
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
