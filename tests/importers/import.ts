import { knownGenes } from "~/checks/known-facts";
import {
  importFile,
  isRefused,
  type Imported,
  type ImportOptions,
} from "~/importers";

const options: ImportOptions = {
  isOverdue: (due) => due < "2026-03-02",
  genes: knownGenes,
};

/** Imports a file of the given words; fails when it is refused. */
export async function imported(
  file: string,
  source: string | Uint8Array,
  more: Partial<ImportOptions> = {},
): Promise<Imported> {
  const bytes =
    typeof source === "string" ? new TextEncoder().encode(source) : source;
  const result = await importFile(file, bytes, { ...options, ...more });
  if (isRefused(result)) throw new Error(result.error);
  return result;
}

/** The sentence with which a file is refused, or null. */
export async function refusal(
  file: string,
  source: string | Uint8Array,
): Promise<string | null> {
  const bytes =
    typeof source === "string" ? new TextEncoder().encode(source) : source;
  const result = await importFile(file, bytes, options);
  return isRefused(result) ? result.error : null;
}

/** Words alone: without list marks, numbers of items, table bars and spaces. */
function plainLine(line: string): string {
  return line
    .replace(/^\s*(?:[•‣◦*–-]|\d{1,3}[.)])\s+/, "")
    .replace(/[|\s\u00a0]+/g, " ")
    .trim();
}

/** The source's lines that the report's blocks do not hold in order; none when all is kept. */
export function lostLines(source: string, { report }: Imported): string[] {
  const kept = report.blocks.flatMap(({ text }) => text.split("\n"));
  let rest = kept.map(plainLine).join(" ");
  return source
    .split("\n")
    .filter((line) => !/^[\s|:-]*$/.test(line))
    .map(plainLine)
    .filter((line) => line !== "")
    .filter((line) => {
      const at = rest.indexOf(line);
      if (at < 0) return true;
      rest = rest.slice(at + line.length);
      return false;
    });
}
