import { isDay } from "~/domain/days";
import { settleParagraphMarks } from "./paragraph-marks";
import {
  childElements,
  childNodes,
  newElement,
  remove,
  unwrap,
  wordAttribute,
  wordChild,
  wordElements,
  wordName,
  wordsIn,
} from "./word-xml";

/** One change that Word tracked: what it does, to which words (¶ for a paragraph's end), who made it and on which day. */
export type TrackedChange = {
  kind: "added" | "removed" | "moved" | "format" | "table";
  by: string;
  /** `YYYY-MM-DD`, as the writer's own machine had it; null when not stated. */
  on: string | null;
  words: string;
};

/** How tracked changes are read: as if nobody, or everybody, had agreed to them. */
export type Side = "refused" | "accepted";

const kindOf: Record<string, TrackedChange["kind"]> = {
  ins: "added",
  del: "removed",
  moveTo: "moved",
  rPrChange: "format",
  pPrChange: "format",
  cellIns: "table",
  cellDel: "table",
  cellMerge: "table",
};

/**
 * The tracked changes of a part of a Word document in order. A move is listed
 * once, where it went; a row or paragraph mark as what it does to the table or
 * the text. Neighbours of one kind by one person are one change.
 */
export function listTrackedChanges(document: Document): TrackedChange[] {
  const changes: TrackedChange[] = [];
  for (const element of wordElements(document, ...Object.keys(kindOf))) {
    const change = changeOf(element);
    const last = changes.at(-1);
    if (isParagraphMark(element) && hasOtherChanges(element)) continue;
    const goesOn =
      last?.kind === change.kind &&
      last.by === change.by &&
      element.previousSibling !== null &&
      wordName(element.previousSibling) === wordName(element);
    if (goesOn) last.words += change.words;
    else changes.push(change);
  }
  return changes.map((change) => ({ ...change, words: change.words.trim() }));
}

function changeOf(element: Element): TrackedChange {
  const name = wordName(element) ?? "";
  const parent = wordName(element.parentNode);
  const isRow = parent === "trPr";
  // Of a row, a cell or a format, the words are those of what it stands in.
  const isOfWhole =
    isRow || parent === "tcPr" || name === "rPrChange" || name === "pPrChange";
  const whole = isOfWhole ? element.parentNode?.parentNode : element;
  return {
    kind: isRow ? "table" : (kindOf[name] ?? "format"),
    by: authorOf(element),
    on: dayOf(wordAttribute(element, "date")),
    words: isParagraphMark(element) ? "¶" : whole ? wordsIn(whole) : "",
  };
}

function isParagraphMark(element: Element): boolean {
  return (
    wordName(element.parentNode) === "rPr" &&
    textMarks.includes(wordName(element) ?? "")
  );
}

/** The words of a new or moved paragraph say more than its end. */
function hasOtherChanges(mark: Element): boolean {
  const paragraph = mark.parentNode?.parentNode?.parentNode ?? null;
  const isParagraph = wordName(paragraph) === "p";
  const beside = isParagraph && paragraph ? childNodes(paragraph) : [];
  return beside.some((node) => textMarks.includes(wordName(node) ?? ""));
}

const longestName = 200;

/** Who made a change or a comment, as Word has the name. */
export function authorOf(element: Element): string {
  const name = wordAttribute(element, "author") ?? "Somebody unnamed";
  return name.slice(0, longestName);
}

/** The day that a date of Word's states; null for anything that is no day. */
export function dayOf(date: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0];
  return day !== undefined && isDay(day) ? day : null;
}

/**
 * Settles every tracked change of a tree one way: text, moves, paragraph
 * marks, formats, rows and cells (ECMA-376 part 1, section 17.13.5). What is
 * left holds no tracked change. Changes the tree that it is given.
 */
export function settleTrackedChanges(document: Document, side: Side): void {
  settleFormats(document, side);
  settleRowsAndCells(document, side);
  settleText(document, side);
  settleParagraphMarks(document, textMarks, vanishing[side]);
  for (const mark of wordElements(document, ...rangeMarks)) remove(mark);
  for (const row of wordElements(document, "tr"))
    if (!wordChild(row, "tc") && !wordChild(row, "sdt")) remove(row);
  for (const table of wordElements(document, "tbl"))
    if (wordElements(table, "tr").length === 0) remove(table);
}

const vanishing: Record<Side, readonly string[]> = {
  refused: ["ins", "moveTo"],
  accepted: ["del", "moveFrom"],
};
const textMarks = ["ins", "del", "moveTo", "moveFrom"];
const rangeMarks = ["moveFrom", "moveTo", "customXmlIns", "customXmlDel"]
  .concat(["customXmlMoveFrom", "customXmlMoveTo"])
  .flatMap((name) => [`${name}RangeStart`, `${name}RangeEnd`]);
const formatChanges = ["rPrChange", "pPrChange", "tblPrChange", "trPrChange"]
  .concat(["tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange"])
  .concat("numberingChange");

function settleFormats(document: Document, side: Side): void {
  for (const change of wordElements(document, ...formatChanges)) {
    const properties = change.parentNode;
    const before = childElements(change)[0];
    remove(change);
    const isRead = ["rPrChange", "pPrChange"].includes(wordName(change) ?? "");
    if (side === "accepted" || !isRead || !properties) continue;
    // Marks of other changes, and the section's end, are no part of a format.
    for (const child of childNodes(properties))
      if (!keptBesideFormat.has(wordName(child) ?? "")) remove(child);
    const first = properties.firstChild;
    for (const child of before ? childNodes(before) : [])
      properties.insertBefore(child, first);
  }
}

const keptBesideFormat = new Set([...textMarks, "rPr", "sectPr", "pPrChange"]);

function settleRowsAndCells(document: Document, side: Side): void {
  const gone = vanishing[side];
  for (const mark of wordElements(document, "ins", "del")) {
    if (wordName(mark.parentNode) !== "trPr") continue;
    const row = mark.parentNode?.parentNode;
    if (row && gone.includes(wordName(mark) ?? "")) remove(row);
    else remove(mark);
  }
  const goneCell = side === "refused" ? "cellIns" : "cellDel";
  for (const mark of wordElements(
    document,
    "cellIns",
    "cellDel",
    "cellMerge",
  )) {
    const cell = mark.parentNode?.parentNode;
    if (cell && wordName(mark) === goneCell) remove(cell);
    else remove(mark);
  }
}

function settleText(document: Document, side: Side): void {
  const gone = vanishing[side];
  for (const mark of wordElements(document, ...textMarks)) {
    if (wordName(mark.parentNode) === "rPr") continue;
    if (gone.includes(wordName(mark) ?? "")) remove(mark);
    else unwrap(mark);
  }
  for (const text of wordElements(document, "delText", "delInstrText")) {
    const isField = wordName(text) === "delInstrText";
    const kept = newElement(text, isField ? "instrText" : "t");
    kept.setAttribute("xml:space", "preserve");
    for (const child of childNodes(text)) kept.appendChild(child);
    text.parentNode?.replaceChild(kept, text);
  }
}
