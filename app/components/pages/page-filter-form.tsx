import type { ReactNode } from "react";
import { deskStates, pageKinds, publicStates } from "~/domain/words";
import { paths } from "~/lib/paths";
import { pageKindLabels } from "~/wording/labels";
import { deskStateWording, publicStateWording } from "~/wording/statuses";
import { Button, ButtonLink } from "../button";
import { SelectControl } from "../select-control";

type Props = {
  filter: {
    state: string | null;
    kind: string | null;
    owner: string | null;
    q: string;
  };
  owners: readonly { id: string; name: string }[];
};

/** What to list: words, a state, a kind, an owner. Sent as an address. */
export function PageFilterForm({ filter, owners }: Props) {
  return (
    <form
      method="get"
      role="search"
      className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:flex lg:flex-wrap"
    >
      <label className="grid gap-1 lg:grow">
        <span className="text-small font-bold">Title or gene</span>
        <input
          type="search"
          name="q"
          defaultValue={filter.q}
          className="control"
          maxLength={120}
        />
      </label>
      <Choice name="state" label="State" value={filter.state} any="Any state">
        <optgroup label="On the desk">
          {deskStates
            .filter((state) => state !== "none")
            .map((state) => (
              <option key={state} value={state}>
                {deskStateWording[state].word}
              </option>
            ))}
        </optgroup>
        <optgroup label="For readers">
          {publicStates
            .filter((state) => state !== "none")
            .map((state) => (
              <option key={state} value={state}>
                {publicStateWording[state].word}
              </option>
            ))}
        </optgroup>
      </Choice>
      <Choice name="kind" label="Kind" value={filter.kind} any="Any kind">
        {pageKinds.map((kind) => (
          <option key={kind} value={kind}>
            {pageKindLabels[kind]}
          </option>
        ))}
      </Choice>
      <Choice name="owner" label="Owner" value={filter.owner} any="Any owner">
        {owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <div className="flex gap-2">
        <Button>Show</Button>
        {(filter.state ??
          filter.kind ??
          filter.owner ??
          (filter.q || null)) && (
          <ButtonLink tone="quiet" href={paths.pages()}>
            Show all
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  value: string | null;
  any: string;
  children: ReactNode;
}) {
  return (
    <label className="grid gap-1">
      <span className="text-small font-bold">{props.label}</span>
      <SelectControl
        name={props.name}
        defaultValue={props.value ?? ""}
        className="control"
      >
        <option value="">{props.any}</option>
        {props.children}
      </SelectControl>
    </label>
  );
}
