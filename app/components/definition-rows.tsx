import type { ReactNode } from "react";

type Props = { rows: readonly { term: string; detail: ReactNode }[] };

/** Facts in rows between two rules: "Reviewed", "Next review", "Version". */
export function DefinitionRows({ rows }: Props) {
  return (
    <dl className="rows">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
