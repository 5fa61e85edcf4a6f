import type { BlockName } from "./page-content";

/**
 * What the desk leaves in a Word file that it writes, so that the same file
 * says more than its words when it comes back: tags of content controls,
 * bookmarks with the ids of blocks, and styles. Writer and reader meet here.
 */

const tagStart = "imprimatur";
/** Word cuts a longer tag. */
const longestTag = 64;

/** A content control's tag; parts that would make it too long for Word are left out. */
export function wordTag(name: string, ...parts: readonly string[]): string {
  const encoded = parts.map((part) => encodeURIComponent(part));
  const tag = [tagStart, name, ...encoded].join(":");
  return tag.length <= longestTag ? tag : `${tagStart}:${name}`;
}

/** The name and parts of a tag of ours; null for anybody else's. */
export function readWordTag(
  tag: string | null,
): { name: string; parts: string[] } | null {
  const [start, name, ...parts] = (tag ?? "").split(":");
  if (start !== tagStart || !name) return null;
  try {
    return { name, parts: parts.map((part) => decodeURIComponent(part)) };
  } catch {
    return { name, parts: [] };
  }
}

/** Word hides bookmarks that start with an underscore. */
export function wordBookmark(blockId: string): string {
  return `_b_${blockId}`;
}

/** The block id that a bookmark names, or null. */
export function readWordBookmark(bookmark: string | null): string | null {
  return /^_b_([a-z0-9]{1,32})$/.exec(bookmark ?? "")?.[1] ?? null;
}

/** Names of paragraph styles, by which people too can mark a block in Word. */
export const wordStyles = {
  keyMessage: "Key message",
  whatToDo: "What to do",
  questionsToAsk: "Questions to ask",
  callout: "Note box",
  disclaimer: "Disclaimer",
  clinicalScenario: "Clinical scenario",
  timelineEntry: "Timeline entry",
  faqItem: "Question and answer",
  figure: "Figure caption",
  reusable: "Approved words",
  resourceList: "Resource",
  sourceGuidelines: "Source guideline",
} as const satisfies Partial<Record<BlockName, string>>;

export const captionStyle = "Caption";
export const tableHeadingStyle = "Table heading";
