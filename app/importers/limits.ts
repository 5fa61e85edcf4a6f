import { Refused } from "./report";

export const mostBytes = 10 * 1024 * 1024;
const mostText = 2_000_000;
export const mostNodes = 20_000;
export const deepest = 50;

/** Throws Refused when the text is empty or longer than 2 MB in UTF-8. */
export function checkText(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new Refused("The file is empty: there is no word in it.");
  if (text.length > mostText || utf8Length(text) > mostText)
    throw new Refused("The text is longer than 2 MB.");
}

export const tooManyNodes =
  "The file has more than 20,000 parts (paragraphs, items, cells).";
export const tooDeep = "The file's parts stand inside each other too deep.";

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
