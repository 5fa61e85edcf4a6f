import { useId } from "react";
import { useGenes } from "../use-genes";
import { DialogField } from "../dialog-field";

type Props = {
  label: string;
  hint?: string;
  genesUrl: string;
  value: string;
  error: string | null;
  isFirst?: boolean;
  onValue: (value: string) => void;
};

/** A gene's symbol, with the approved ones offered as it is typed. */
export function GeneField(props: Props) {
  const { label, hint, genesUrl, value, error, isFirst, onValue } = props;
  const { genes } = useGenes(genesUrl, value);
  const listId = useId();
  const other = genes[0];
  const typed = value.trim().toUpperCase();
  const isOldName =
    other !== undefined &&
    other.matched.toUpperCase() === typed &&
    other.symbol.toUpperCase() !== typed;
  return (
    <>
      <DialogField
        label={label}
        {...(hint ? { hint } : {})}
        {...(isFirst ? { "data-first": true } : {})}
        list={listId}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => onValue(event.target.value)}
      />
      <datalist id={listId}>
        {genes.map(({ hgncId, symbol, name }) => (
          <option key={hgncId} value={symbol}>
            {name}
          </option>
        ))}
      </datalist>
      {isOldName ? (
        <p className="dialog-reading" role="status">
          {other.matched} is now {other.symbol}.{" "}
          <button
            type="button"
            className="button button-small"
            onClick={() => onValue(other.symbol)}
          >
            Use {other.symbol}
          </button>
        </p>
      ) : null}
    </>
  );
}
