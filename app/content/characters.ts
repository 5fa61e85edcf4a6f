/**
 * Characters a reader cannot see but a program or a person copying the text
 * would meet: controls, zero-width, bidirectional and tag characters. They can
 * hide words or reorder a variant's name on the screen, so no page holds them.
 * Nor does it hold noncharacters, which Unicode keeps for a program's own use:
 * our renderer marks comments with them.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\p{NChar}]/u;

/** Format characters that scripts write with, or that show as signs. */
const visibleFormat =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const joiner = /[\u200c\u200d]/u;
const joiningScript =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}]/u;
const lineOrTab = /[\t\n\v\f\r\u0085\u2028\u2029]/u;

/**
 * The text without invisible characters. Tabs and line ends become one space
 * each; a joiner stays where its script needs it. `removed` counts what was
 * taken out or turned into a space.
 */
export function cleanText(text: string): { text: string; removed: number } {
  if (!invisible.test(text)) return { text, removed: 0 };
  let clean = "";
  let before = "";
  let removed = 0;
  for (const character of text) {
    if (mayStay(character, before)) {
      clean += character;
      before = character;
      continue;
    }
    removed += 1;
    if (lineOrTab.test(character)) clean += before = " ";
  }
  return { text: clean, removed };
}

function mayStay(character: string, before: string): boolean {
  if (!invisible.test(character) || visibleFormat.test(character)) return true;
  return joiner.test(character) && joiningScript.test(before);
}
