import { cleanText } from "./characters";
import { isMarkName, markTable } from "./node-table";
import type { MarkName } from "./page-content";
import { readAttributes } from "./parse-attributes";
import type { StoredMark, Walk } from "./parse-body";
import { isRecord } from "./problems";

const order = Object.keys(markTable);

/**
 * The marks on a piece of text in stored form: known ones, each once, in the
 * order of the table, never superscript and subscript together. No field at
 * all when there are none.
 */
export function readMarks(
  walk: Walk,
  value: unknown,
  path: string,
): { marks?: StoredMark[] } {
  if (value === undefined) return {};
  if (!Array.isArray(value)) {
    walk.report.refuse(`${path}.marks`, "wrong_type", "Marks are a list.");
    return {};
  }
  const marks = new Map<MarkName, StoredMark>();
  for (const [index, given] of value.entries()) {
    const markPath = `${path}.marks[${index}]`;
    const mark = readMark(walk, given, markPath);
    if (mark === null) continue;
    if (marks.has(mark.type))
      walk.report.refuse(
        markPath,
        "not_allowed_here",
        "The mark is there twice.",
      );
    marks.set(mark.type, mark);
  }
  if (marks.has("superscript") && marks.has("subscript"))
    walk.report.refuse(
      `${path}.marks`,
      "not_allowed_here",
      "Text is superscript or subscript, not both.",
    );
  const sorted = [...marks.values()].sort(
    (one, other) => order.indexOf(one.type) - order.indexOf(other.type),
  );
  return sorted.length > 0 ? { marks: sorted } : {};
}

function readMark(
  walk: Walk,
  value: unknown,
  path: string,
): (StoredMark & { type: MarkName }) | null {
  const { report } = walk;
  if (!isRecord(value))
    return report.refuse(path, "not_an_object", "A mark is an object.");
  const { type } = value;
  if (!isMarkName(type))
    return report.refuse(
      path,
      "unknown_mark",
      `Text cannot be marked “${typeof type === "string" ? cleanText(type.slice(0, 40)).text : typeof type}”.`,
    );
  const unknown = Object.keys(value).filter(
    (key) => key !== "type" && key !== "attrs",
  );
  if (unknown.length > 0)
    return report.refuse(path, "unknown_field", "A mark has a type and attrs.");
  const attrs = readAttributes(
    walk,
    markTable[type].attributes,
    value.attrs,
    path,
    { keepsBlockId: false },
  );
  return attrs && Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}
