type Props = {
  /** "Pages 1 to 50 of 214". */
  summary: string;
  /** Of a list that is only read forwards. */
  firstHref?: string;
  previousHref?: string;
  nextHref?: string;
};

/** A long list, a part at a time. */
export function Pagination({
  summary,
  firstHref,
  previousHref,
  nextHref,
}: Props) {
  return (
    <nav
      aria-label="More of this list"
      className="no-print mt-4 flex flex-wrap items-center gap-x-5 gap-y-1"
    >
      {firstHref && (
        <a href={firstHref} className="py-1">
          From the first
        </a>
      )}
      {previousHref && (
        <a href={previousHref} rel="prev" className="py-1">
          Previous
        </a>
      )}
      <span className="text-ink-2">{summary}</span>
      {nextHref && (
        <a href={nextHref} rel="next" className="py-1">
          Next
        </a>
      )}
    </nav>
  );
}
