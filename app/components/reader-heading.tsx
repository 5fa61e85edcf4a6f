import type { ReactNode } from "react";
import { type StatusLineFacts, statusLineParts } from "~/wording/public-page";
import { GeneTitle } from "./gene-name";

type Props = {
  title: string;
  genes?: readonly string[];
  /** Topics, ids: "17q21.31 · HGNC:1100". */
  above?: ReactNode;
  status?: StatusLineFacts;
  /** Stands above the title: overdue, withdrawn, replaced, a notice. */
  notices?: ReactNode;
};

/** The head of a public page: notices first, then title and status line. */
export function ReaderHeading(props: Props) {
  const { title, genes, above, status, notices } = props;
  return (
    <header className="mb-6 max-w-[41rem]">
      {notices && <div className="mb-6 grid gap-3">{notices}</div>}
      {above && <p className="text-small text-ink-2">{above}</p>}
      <h1 className="font-serif text-[1.75rem] leading-[2.125rem] font-bold sm:text-reader">
        <GeneTitle title={title} genes={genes} />
      </h1>
      {status && <PublicStatusLine facts={status} />}
    </header>
  );
}

/** The public status line, each part kept whole where the line breaks. */
function PublicStatusLine({ facts }: { facts: StatusLineFacts }) {
  return (
    <p className="mt-3 text-ink-2">
      {statusLineParts(facts).map((part, index) => (
        <span key={part}>
          {index > 0 && " · "}
          <span className={index > 1 ? "text-ink" : undefined}>
            {keepDays(part)}
          </span>
        </span>
      ))}
    </p>
  );
}

/** Keeps "4 May 2022" on one line. */
function keepDays(text: string): string {
  return text.replace(/(\d+) (\p{Lu}\p{L}+) (\d{4})/gu, "$1\u00a0$2\u00a0$3");
}

type LayoutProps = {
  heading: ReactNode;
  aside: ReactNode;
  /** The line at the foot of every sheet when the page is printed. */
  sheet: string;
  children: ReactNode;
};

/**
 * A public page: its heading with every notice first, then what belongs beside
 * the text, then the text; on a wide screen the second stands at the right.
 */
export function ReaderLayout(props: LayoutProps) {
  const { heading, aside, sheet, children } = props;
  return (
    <div className="sheets grid gap-x-14 lg:grid-cols-[minmax(0,41rem)_minmax(0,17rem)] lg:grid-rows-[auto_1fr]">
      <div className="min-w-0">{heading}</div>
      <aside className="mb-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <div className="lg:sticky lg:top-6">{aside}</div>
      </aside>
      <div className="min-w-0">{children}</div>
      <p className="print-status">{sheet}</p>
    </div>
  );
}
