import type { Block } from "~/content/page-content";
import { collapseSpaces } from "~/lib/text-spaces";
import { setCardsApart } from "../article-cards";
import { readEntries } from "../entries";
import { toBlocks } from "../make-content";
import { type DateOrder, orderOn } from "../read-dates";
import type { ReportFinding } from "../report";
import { note, type SourceBlock } from "../source";
import { parseWordXml } from "./word-xml";

/** Of a file that the desk did not write, lines that state dates and people are no text of a page. */
export function setApart(
  sourceBlocks: readonly SourceBlock[],
  dateOrder: DateOrder,
): { blocks: Block[]; dropped: ReportFinding[] } {
  const all = sourceBlocks.map(({ node }) => JSON.stringify(node)).join("\n");
  const entries = readEntries(sourceBlocks, orderOn(all, dateOrder));
  const dropped = setCardsApart(entries);
  const stated = entries.filter(
    ({ kind, node }) => kind === "other" && node === null,
  );
  for (const { text } of stated)
    dropped.push(
      note(
        "I6",
        "warns",
        "Dates and people are not part of a text: the desk shows those that were signed and credited.",
        text,
      ),
    );
  return { blocks: toBlocks(entries), dropped };
}

/** What stands in headers and footers, to be said as left out. */
export function marginLines(
  parts: ReadonlyMap<string, Uint8Array>,
): ReportFinding[] {
  const lines = [...parts]
    .filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .map(([, xml]) =>
      collapseSpaces(parseWordXml(xml).documentElement.textContent ?? ""),
    )
    .filter((line) => line !== "");
  return [...new Set(lines)].map((line) =>
    note(
      "I3",
      "hints",
      "Headers and footers are left out: the desk prints its own.",
      line.slice(0, 300),
    ),
  );
}
