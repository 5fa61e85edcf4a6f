import { useEffect, useState } from "react";
import { applyChanges } from "~/content/compare/apply-changes";
import type { Change } from "~/content/compare/comparison";
import { changeKinds, suggestionCount } from "~/wording/suggestions";
import { goTo } from "../go-to";
import type { ListProps } from "../later-list";
import { type Proposal, proposalMarks, startOf } from "./proposal-marks";

/** The changes proposed so far, beside the text; each can be shown or taken back. */
export function List({ editor, base }: ListProps) {
  const [proposal, setProposal] = useState<Proposal | null>(null);

  useEffect(() => {
    if (!base) return;
    const plugin = proposalMarks(base, setProposal);
    editor.registerPlugin(plugin);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(plugin.spec.key ?? "");
    };
  }, [editor, base]);

  const changes = proposal?.comparison.changes ?? [];
  const show = (change: Change) => {
    const place = proposal?.places.find((each) => each.change === change);
    if (place) goTo(editor.view, startOf(place));
  };
  const takeBack = (change: Change) => {
    if (!proposal) return;
    const rest = changes.filter((each) => each !== change);
    const kept = new Set(rest.map(({ id }) => id));
    const body = applyChanges(proposal.comparison, kept);
    editor.chain().setContent(body, { emitUpdate: true }).focus().run();
  };
  return (
    <aside className="proposal-list" aria-label="Your suggestions">
      <h2 className="text-h3">Your suggestions</h2>
      <p role="status" className="first-letter:uppercase">
        {suggestionCount(changes.length)}
      </p>
      {changes.length === 0 && (
        <p>Change the text as you would have it. What differs stands here.</p>
      )}
      <ol>
        {changes.map((change) => (
          <li key={change.id} className="suggestion-card">
            <p className="suggestion-kind">{changeKinds[change.kind]}</p>
            <p className="suggestion-words">
              {change.before && (
                <del>
                  <span className="sr-only">removed: </span>
                  {short(change.before)}
                </del>
              )}
              {change.before && change.after && (
                <span aria-hidden="true"> → </span>
              )}
              {change.after && (
                <ins>
                  <span className="sr-only">added: </span>
                  {short(change.after)}
                </ins>
              )}
            </p>
            <p className="proposal-acts">
              <button
                type="button"
                className="button button-secondary button-small"
                onClick={() => show(change)}
              >
                Show
              </button>
              <button
                type="button"
                className="button button-quiet button-small"
                onClick={() => takeBack(change)}
              >
                Take back
              </button>
            </p>
          </li>
        ))}
      </ol>
      {changes.length > 0 && (
        <p className="proposal-keys">
          <kbd>Alt</kbd>+<kbd>↓</kbd> and <kbd>Alt</kbd>+<kbd>↑</kbd> in the
          text go from change to change.
        </p>
      )}
    </aside>
  );
}

const longest = 160;

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
