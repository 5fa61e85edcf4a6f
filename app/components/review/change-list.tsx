import { harmTags } from "~/wording/suggestions";
import { Tag } from "../tag";
import type { ListedChange } from "./comparison-of";

/** Every change in the order of the text, each a link to its place. */
export function ChangeList({ changes }: { changes: readonly ListedChange[] }) {
  return (
    <nav id="changes-list" className="min-w-0" aria-label="Changes">
      <div className="change-list-panel panel p-4">
        <h3 className="mb-3 text-h3">Changes</h3>
        <ol className="change-list">
          {changes.map((change) => (
            <li key={change.id}>
              <Change change={change} />
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}

function Change({ change }: { change: ListedChange }) {
  const { title, before, after, kind, anchor, harms } = change;
  const isSame = before === after;
  // The title has said that the whole of it came, went or moved.
  const isWhole = ["insert", "remove", "move"].includes(kind);
  return (
    <>
      <a href={`#${anchor}`} className="font-bold">
        {title}
      </a>
      <p className="mt-0.5">
        {isWhole || isSame ? (
          <span
            className={
              kind === "remove" ? "text-ink-2 line-through" : "text-ink-2"
            }
          >
            {after || before}
          </span>
        ) : (
          <>
            {before && (
              <del>
                <span className="sr-only">removed: </span>
                {before}
              </del>
            )}
            {before && after && " "}
            {after && (
              <ins>
                <span className="sr-only">added: </span>
                {after}
              </ins>
            )}
          </>
        )}
      </p>
      {harms.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-1 text-small text-ink-2">
          Touches
          {harms.map((harm) => (
            <Tag key={harm}>{harmTags[harm] ?? harm}</Tag>
          ))}
        </p>
      )}
    </>
  );
}
