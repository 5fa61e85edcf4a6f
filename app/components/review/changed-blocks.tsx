import type {
  DescribedChange,
  DescribedChanges,
} from "~/content/describe-changes";
import { listInWords } from "~/wording/places";
import { factLabels } from "~/wording/review";
import { PageText } from "../page-text";
import { Tag } from "../tag";

type Props = {
  changes: DescribedChanges;
  /** Said when nothing differs. */
  none: string;
  /** Whether the whole text stands on this screen, so that blocks can link to it. */
  hasText?: boolean;
};

const changeWords = {
  added: "New",
  removed: "Removed",
  changed: "Changed",
  moved: "Moved",
} as const;

/** What differs between two versions: each block before and after, whole. */
export function ChangedBlocks({ changes, none, hasText = false }: Props) {
  const facts = changes.metadata.flatMap((field) => factLabels[field] ?? []);
  if (changes.blocks.length === 0 && facts.length === 0) return <p>{none}</p>;
  return (
    <div className="grid gap-3">
      {facts.length > 0 && (
        <p>Also changed, outside the text: {listInWords(facts)}.</p>
      )}
      {changes.blocks.map((block) => (
        <Change key={block.id} block={block} hasText={hasText} />
      ))}
    </div>
  );
}

function Change(props: { block: DescribedChange; hasText: boolean }) {
  const { block, hasText } = props;
  const isPair = block.beforeHtml !== null && block.afterHtml !== null;
  return (
    <section
      className="panel overflow-hidden"
      aria-label={`${changeWords[block.change]}: ${block.name}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule px-4 py-2">
        <Tag>{changeWords[block.change]}</Tag>
        <span className="font-bold">{block.name}</span>
        {hasText && block.change !== "removed" && (
          <a href={`#b-${block.id}`} className="ml-auto text-small">
            Show in the text
            <span className="sr-only">: {block.name}</span>
          </a>
        )}
      </div>
      {block.words.length > 0 && <ChangedWords words={block.words} />}
      <div className={isPair ? "grid lg:grid-cols-2" : undefined}>
        {block.beforeHtml !== null && (
          <Side label="Before" html={block.beforeHtml} isGone />
        )}
        {block.afterHtml !== null && (
          <Side label={isPair ? "Now" : null} html={block.afterHtml} />
        )}
      </div>
    </section>
  );
}

function Side(props: { label: string | null; html: string; isGone?: boolean }) {
  const { label, html, isGone = false } = props;
  return (
    <div
      className={`border-t border-rule px-4 py-3 first:border-t-0 lg:border-t-0 lg:first:border-r ${isGone ? "bg-removed-wash" : ""}`}
    >
      {label && <p className="mb-1 text-small text-ink-2">{label}</p>}
      <PageText html={html} />
    </div>
  );
}

function ChangedWords({ words }: { words: DescribedChange["words"] }) {
  return (
    <ul
      className="flex flex-wrap gap-x-5 gap-y-1 border-b border-rule px-4 py-2"
      aria-label="Words that changed"
    >
      {words.map(({ removed, added }, index) => (
        <li key={index}>
          {removed && (
            <del className="bg-removed-wash text-removed">
              <span className="sr-only">removed: </span>
              {removed}
            </del>
          )}
          {removed && added && <span aria-hidden="true"> → </span>}
          {added && (
            <ins className="bg-added-wash text-added">
              <span className="sr-only">added: </span>
              {added}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
