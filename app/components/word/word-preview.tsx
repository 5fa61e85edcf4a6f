import type { ReactNode } from "react";
import { severityLabels } from "~/wording/labels";
import type { trackedChangeKinds } from "~/wording/word-file";
import type { Severity } from "~/domain/words";
import { DefinitionRows } from "../definition-rows";
import { Stack } from "../layout";
import { Section } from "../page-heading";
import { PageText } from "../page-text";
import { TrackedChanges, WordComments } from "./word-preview-tables";

type Change = {
  kind: keyof typeof trackedChangeKinds;
  by: string;
  on: string | null;
  words: string;
};

export type WordPreviewFacts = {
  title: string | null;
  outline: { level: number; text: string }[];
  kinds: { name: string; count: number }[];
  words: number;
  wordsNow: number;
  tables: { caption: string; rows: number; hasHeader: boolean }[];
  citations: number;
  references: { text: string; source: string | null }[];
  changes: Change[];
  changesInAll: number;
  comments: {
    id: string;
    by: string;
    on: string | null;
    text: string;
    quotation: string;
    place: string | null;
  }[];
  dropped: { message: string; excerpt: string }[];
  findings: { severity: Severity; message: string; excerpt: string }[];
  differences: number;
  html: string;
};

/** What was understood of a Word file, part by part, before anything is done with it. */
export function WordPreview({ preview }: { preview: WordPreviewFacts }) {
  return (
    <Stack gap="loose">
      <Section id="understood" title="What was understood">
        <Understood {...preview} />
      </Section>
      <Section
        id="tracked"
        title={`Tracked changes (${String(preview.changesInAll)})`}
      >
        <TrackedChanges {...preview} />
      </Section>
      <Section
        id="comments"
        title={`Word comments (${String(preview.comments.length)})`}
      >
        <WordComments {...preview} />
      </Section>
      <Section id="dropped" title="What was left out, and why">
        <Lines
          lines={preview.dropped.map(({ message, excerpt }) => ({
            text: message,
            quoted: excerpt,
          }))}
          none="Nothing was left out."
        />
      </Section>
      <Section id="findings" title="What the checks say of this text">
        <Lines
          lines={preview.findings.map(({ severity, message, excerpt }) => ({
            label: severityLabels[severity],
            text: message,
            quoted: excerpt,
          }))}
          none="The checks have nothing to say."
        />
      </Section>
      <details className="panel px-4 py-3">
        <summary className="cursor-pointer font-bold">
          Read the text as it was understood
        </summary>
        <div className="mt-4">
          <PageText html={preview.html} />
        </div>
      </details>
    </Stack>
  );
}

function Understood(preview: WordPreviewFacts) {
  const { title, kinds, tables, references, citations } = preview;
  const matched = references.filter(({ source }) => source !== null);
  const rows = [
    {
      term: "Words",
      detail: `${String(preview.words)} (the draft has ${String(preview.wordsNow)})`,
    },
    {
      term: "Parts",
      detail: kinds
        .map(({ name, count }) => `${name} × ${String(count)}`)
        .join(", "),
    },
    {
      term: "Headings",
      detail: preview.outline.length > 0 && (
        <ol className="grid gap-0.5">
          {preview.outline.map(({ level, text }, index) => (
            <li key={index} className={level === 3 ? "pl-4" : ""}>
              {text}
            </li>
          ))}
        </ol>
      ),
    },
    {
      term: "Tables",
      detail: tables.length > 0 && (
        <ul className="grid gap-0.5">
          {tables.map(({ caption, rows: count, hasHeader }, index) => (
            <li key={index}>
              {caption || "No caption"}, {count} rows
              {hasHeader ? "" : ", no header row"}
            </li>
          ))}
        </ul>
      ),
    },
    { term: "Citations", detail: String(citations) },
    {
      term: "References",
      detail: references.length > 0 && (
        <>
          <p>
            {matched.length} of {references.length} matched to a source
          </p>
          <ul className="mt-1 grid gap-1 text-small">
            {references.map(({ text, source }, index) => (
              <li key={index}>
                {source ? <code>{source}</code> : <strong>Not matched</strong>}{" "}
                {text.slice(0, 160)}
              </li>
            ))}
          </ul>
        </>
      ),
    },
    {
      term: "Its title",
      detail:
        title &&
        `${title}. The page keeps its own, which stands under Details.`,
    },
  ];
  return <DefinitionRows rows={rows.filter(({ detail }) => detail)} />;
}

type Line = { label?: string; text: string; quoted: string };

function Lines({ lines, none }: { lines: readonly Line[]; none: ReactNode }) {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul className="grid gap-2">
      {lines.map(({ label, text, quoted }, index) => (
        <li key={index} className="panel px-4 py-2">
          {label && <strong>{label}: </strong>}
          {text}
          {quoted && (
            <span className="block text-small text-ink-2">“{quoted}”</span>
          )}
        </li>
      ))}
    </ul>
  );
}
