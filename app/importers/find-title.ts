import { inlineText } from "~/content/plain-text";
import { collapseSpaces } from "~/lib/text-spaces";
import type { Entry } from "./entries";
import { looksLikeHeading } from "./line-kinds";
import { note, type SourceDocument } from "./source";
import type { ReportFinding } from "./report";

const longest = 300;

/** The title and, when it is not stated as one, a finding that says where it was taken from. */
export type FoundTitle = { title: string; findings: ReportFinding[] };

/**
 * The title of a source: its title heading, the file's own title ("… | Site"
 * without the site), the title in its suggested citation, its first short
 * line, or else the file's name. A line that serves as title is not in the
 * text again.
 */
export function findTitle(
  source: SourceDocument,
  entries: readonly Entry[],
  file: string,
): FoundTitle {
  const heading = source.blocks.find(({ role }) => role === "title");
  const stated = heading && collapseSpaces(inlineText(heading.node));
  if (stated) return { title: stated.slice(0, longest), findings: [] };
  const ofFile = source.fileTitle?.split(/ [|–—·-] /)[0]?.trim();
  if (ofFile) return { title: ofFile.slice(0, longest), findings: [] };
  const [cited] = entries.flatMap(
    ({ statement }) => statement?.citedTitle ?? [],
  );
  if (cited) return from(cited, "the suggested citation");
  const first = entries.find(({ kind }) => kind !== "other");
  if (first?.node && first.kind !== "list" && looksLikeHeading(first.text)) {
    first.node = null;
    first.kind = "heading";
    return { title: first.text, findings: [] };
  }
  const name = file.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "");
  return from(name.replaceAll(/[-_]+/g, " "), "the file's name");
}

function from(title: string, where: string): FoundTitle {
  const message = `No title is stated; it was taken from ${where}.`;
  return {
    title: title.slice(0, longest),
    findings: [note("I2", "warns", message, title)],
  };
}
