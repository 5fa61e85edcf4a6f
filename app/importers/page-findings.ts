import type { Entry } from "./entries";
import type { ImportReport, ReportFinding } from "./report";
import { note } from "./source";

/** Author and year, an identifier, a link or a guideline named: something the text rests on. */
const source =
  /\bet al\b|\(\p{Lu}[\p{L}, .&-]+,? (?:19|20)\d\d\b|\bPMID\b|\b10\.\d{4,9}\/|\b[A-Z]{3,} [Gg]uidelines?\b/u;

/** What there is to say about a source as a whole: overdue, of no known kind, with lines of its site, without any source. */
export function pageFindings(
  report: ImportReport,
  entries: readonly Entry[],
  text: string,
): ReportFinding[] {
  const chrome = entries.filter(({ kind, node }) => kind === "other" && node);
  const findings: ReportFinding[] = [];
  if (report.overdue)
    findings.push(
      note(
        "I7",
        "warns",
        `By the source its review was due on ${report.nextReviewDue}.`,
        report.nextReviewDue ?? "",
      ),
    );
  if (report.kind === null)
    findings.push(
      note("I5", "warns", "The kind of page could not be told; choose it."),
    );
  if (chrome.length > 0)
    findings.push(
      note(
        "I9",
        "warns",
        "These lines look like parts of the site, not of the page; take them out.",
        chrome
          .map((entry) => entry.text)
          .join(" · ")
          .slice(0, 300),
      ),
    );
  const isOrphan = report.authors.length === 0 && report.reviewers.length === 0;
  if (isOrphan && !source.test(text))
    findings.push(
      note(
        "I1",
        "hints",
        "No author, no reviewer and no source are named: rewrite rather than repair.",
      ),
    );
  return findings;
}
