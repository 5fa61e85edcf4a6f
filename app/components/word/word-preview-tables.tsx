import { dayInWords } from "~/wording/days";
import { trackedChangeKinds } from "~/wording/word-file";
import { DataTable } from "../data-table";
import type { WordPreviewFacts } from "./word-preview";

/** Who changed what, and when, as Word kept it. */
export function TrackedChanges({ changes, changesInAll }: WordPreviewFacts) {
  const more = changesInAll - changes.length;
  return (
    <>
      <DataTable
        caption="Tracked changes"
        columns={[
          {
            key: "what",
            header: "What",
            cell: ({ kind }) => trackedChangeKinds[kind],
          },
          {
            key: "words",
            header: "Words",
            isHeading: true,
            cell: ({ kind, words }) => (
              <ChangedWords kind={kind} words={words} />
            ),
          },
          { key: "by", header: "Who", cell: ({ by }) => by },
          {
            key: "on",
            header: "When",
            cell: ({ on }) => (on ? dayInWords(on) : "Not stated"),
          },
        ]}
        rows={changes.map((change, index) => ({
          ...change,
          key: String(index),
        }))}
        rowKey={({ key }) => key}
        empty={<p>No changes were tracked in this document.</p>}
      />
      {more > 0 && <p className="mt-2">And {more} more.</p>}
    </>
  );
}

function ChangedWords({
  kind,
  words,
}: Pick<WordPreviewFacts["changes"][number], "kind" | "words">) {
  const text = words.length > 200 ? `${words.slice(0, 200)} …` : words;
  if (kind === "added") return <ins>{text}</ins>;
  if (kind === "removed") return <del>{text}</del>;
  return <>{text}</>;
}

/** Word's comments, and where each will stand. */
export function WordComments({ comments }: WordPreviewFacts) {
  return (
    <DataTable
      caption="Comments made in Word"
      columns={[
        {
          key: "text",
          header: "Comment",
          isHeading: true,
          cell: ({ text, quotation }) => (
            <>
              {text}
              {quotation && (
                <span className="block text-small font-normal text-ink-2">
                  on “{quotation}”
                </span>
              )}
            </>
          ),
        },
        { key: "by", header: "Who", cell: ({ by }) => by },
        {
          key: "on",
          header: "When",
          cell: ({ on }) => (on ? dayInWords(on) : "Not stated"),
        },
        {
          key: "place",
          header: "Where it will stand",
          cell: ({ place }) =>
            place ?? "On the page as a whole: its words were not found.",
        },
      ]}
      rows={comments}
      rowKey={({ id }) => id}
      empty={<p>The document has no comments.</p>}
    />
  );
}
