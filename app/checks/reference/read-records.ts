/** The cells of one record and the line it began on, 1 being the file's first. */
export type SourceRecord = { line: number; cells: string[] };

/**
 * Tab-separated records, one a line. A cell wholly in double quotes, as HGNC
 * writes lists, loses them; quotes inside a cell stay.
 */
export async function* readTabRecords(
  lines: AsyncIterable<string>,
): AsyncGenerator<SourceRecord> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    yield { line, cells: text.split("\t").map(withoutQuotes) };
  }
}

function withoutQuotes(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1).replaceAll('""', '"')
    : trimmed;
}

/** Comma-separated records after RFC 4180: quoted cells may hold commas, doubled quotes and line ends. */
export async function* readCommaRecords(
  lines: AsyncIterable<string>,
): AsyncGenerator<SourceRecord> {
  let line = 0;
  let begunOn = 1;
  let cells: string[] = [];
  let open: string | null = null;
  for await (const text of lines) {
    line += 1;
    if (open === null) {
      if (text.trim() === "") continue;
      begunOn = line;
      cells = [];
    }
    open = takeCells(text, open, cells);
    if (open === null) yield { line: begunOn, cells };
  }
  if (open !== null) yield { line: begunOn, cells: [...cells, open] };
}

/** Adds the line's cells; gives back the text of a quoted cell that goes on in the next line. */
function takeCells(
  text: string,
  open: string | null,
  cells: string[],
): string | null {
  let at = 0;
  let cell = open === null ? "" : `${open}\n`;
  let isQuoted = open !== null;
  for (;;) {
    if (isQuoted) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return cell + text.slice(at);
      cell += text.slice(at, quote);
      at = quote + 1;
      if (text[at] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (at >= text.length || text[at] === ",") {
      cells.push(cell.trim());
      if (at >= text.length) return null;
      cell = "";
      at += 1;
    } else if (text[at] === '"' && cell.trim() === "") {
      cell = "";
      isQuoted = true;
      at += 1;
    } else {
      cell += text[at];
      at += 1;
    }
  }
}
