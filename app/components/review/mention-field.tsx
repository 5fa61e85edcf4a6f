import { CheckboxGroup } from "../choice-fields";

type Props = {
  people: readonly { id: string; name: string }[];
  named: readonly string[];
  error?: string;
};

/** Names people, who are told by mail; folded away until somebody is named. */
export function MentionField({ people, named, error }: Props) {
  if (people.length === 0) return null;
  return (
    <details open={named.length > 0 || error !== undefined}>
      <summary className="cursor-pointer">Name somebody</summary>
      <div className="mt-2">
        <CheckboxGroup
          name="mentionIds"
          label="Who should read this"
          hint="They are told by mail, without the words."
          isOptional
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          values={named}
          error={error}
        />
      </div>
    </details>
  );
}
