/** Control characters, and the line and paragraph separators of Unicode. */
const breaksLines = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * Whether a text is one line: no control character and no separator of lines
 * or paragraphs. Those are how headers and recipients are smuggled into mails,
 * so no mail is sent with a name or a subject that has one.
 */
export function isOneLine(text: string): boolean {
  return !breaksLines.test(text);
}
