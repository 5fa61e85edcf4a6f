import { audiences } from "~/domain/words";
import { audienceLabels } from "~/wording/labels";
import type { Option } from "../choice-fields";

export type NamedPerson = { id: string; name: string; credentials: string };

/** People of the desk as a list to choose from. */
export function colleagueOptions(people: readonly NamedPerson[]): Option[] {
  return people.map(({ id, name, credentials }) => ({
    value: id,
    label: credentials ? `${name}, ${credentials}` : name,
  }));
}

/** Whom a page can be for. */
export const audienceOptions: Option[] = audiences.map((value) => ({
  value,
  label: audienceLabels[value],
}));
