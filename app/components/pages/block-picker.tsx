import { FieldGroup, fieldId } from "../field";

type Props = {
  blocks: readonly { id: string; label: string }[];
  chosen: readonly string[];
  error: string | undefined;
};

/** The blocks of a text in their order, one a line, any of them to be chosen. */
export function BlockPicker({ blocks, chosen, error }: Props) {
  return (
    <FieldGroup name="scope" label="Blocks to correct" error={error}>
      {blocks.map(({ id, label }) => (
        <div key={id} className="choice">
          <input
            id={`${fieldId("scope")}-${id}`}
            type="checkbox"
            name="scope"
            value={id}
            defaultChecked={chosen.includes(id)}
            className="choice-input"
          />
          <label htmlFor={`${fieldId("scope")}-${id}`}>{label}</label>
        </div>
      ))}
    </FieldGroup>
  );
}
