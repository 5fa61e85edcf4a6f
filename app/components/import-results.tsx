import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { DataTable, type Column } from "./data-table";
import { Notice } from "./notice";

type Result = {
  file: string;
  page: {
    slug: string;
    title: string;
    isKindTold: boolean;
    nextReviewDue: string | null;
    isOverdue: boolean;
    blocking: number;
  } | null;
  error: string | null;
};

const columns: readonly Column<Result & { key: string }>[] = [
  { key: "file", header: "File", isHeading: true, cell: ({ file }) => file },
  {
    key: "result",
    header: "What became of it",
    cell: ({ page, error }) =>
      page === null ? (
        <>
          <strong>Refused.</strong> {error}
        </>
      ) : (
        <>
          Draft: <a href={paths.deskPage(page.slug)}>{page.title}</a>
        </>
      ),
  },
  {
    key: "known",
    header: "What to know",
    cell: ({ page }) => (page === null ? null : notesOn(page).join(" ")),
  },
];

/** What became of each file; those refused are named with the reason. */
export function ImportResults({ results }: { results: readonly Result[] }) {
  if (results.length === 0) return null;
  const taken = results.filter(({ page }) => page !== null).length;
  const refused = results.length - taken;
  const sentences = [
    `${inWords(taken, "file is a draft", "files are drafts")} now.`,
    refused > 0 ? `${inWords(refused, "file was", "files were")} refused.` : "",
  ];
  return (
    <section className="grid gap-4">
      <Notice
        tone={refused === 0 ? "done" : taken === 0 ? "stop" : "warn"}
        title={sentences.join(" ").trim()}
        isAnswer
      />
      <DataTable
        caption="What became of each file"
        columns={columns}
        rows={results.map((result, index) => ({
          ...result,
          key: `${String(index)} ${result.file}`,
        }))}
        rowKey={({ key }) => key}
        empty={null}
      />
    </section>
  );
}

function notesOn(page: NonNullable<Result["page"]>): string[] {
  const { isKindTold, nextReviewDue, isOverdue, blocking } = page;
  const due = nextReviewDue === null ? "" : dayInWords(nextReviewDue);
  const notes = [
    isOverdue ? `By its source its review was due on ${due}.` : "",
    isKindTold ? "" : "Its kind could not be told: choose it.",
    blocking > 0
      ? `${inWords(blocking, "finding blocks", "findings block")} publication.`
      : "",
  ];
  return notes.filter((note) => note !== "");
}

function inWords(count: number, one: string, more: string): string {
  if (count === 1) return `One ${one}`;
  return `${count === 0 ? "No" : String(count)} ${more}`;
}
