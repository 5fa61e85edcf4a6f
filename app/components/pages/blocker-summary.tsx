import type { ReactNode } from "react";
import type { WordedBlocker } from "~/wording/blockers";
import { Section } from "../page-heading";

type Props = {
  blockers: readonly WordedBlocker[];
  allHref: string;
};

const mostShown = 5;

/** What stands before publication, in short; the publish screen has all of it. */
export function BlockerSummary({ blockers, allHref }: Props): ReactNode {
  if (blockers.length === 0) return null;
  const rest = blockers.length - mostShown;
  return (
    <Section
      id="blockers"
      title={
        blockers.length === 1
          ? "One thing stands before publication"
          : `${String(blockers.length)} things stand before publication`
      }
      action={<a href={allHref}>Who can clear each</a>}
    >
      <ul className="panel divide-y divide-rule">
        {blockers.slice(0, mostShown).map(({ code, sentence }, index) => (
          <li key={`${code} ${String(index)}`} className="px-4 py-2.5">
            {sentence}
          </li>
        ))}
        {rest > 0 && (
          <li className="px-4 py-2.5 text-ink-2">
            And {rest === 1 ? "one more" : `${String(rest)} more`}.
          </li>
        )}
      </ul>
    </Section>
  );
}
