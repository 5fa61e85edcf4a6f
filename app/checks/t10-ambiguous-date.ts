import { findingAt, type Rule } from "./rule";

const numeric =
  /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/]|[.-]\d)/g;

/**
 * T10: a date in figures whose day and month could be swapped (both at most
 * twelve, and different) is read one way in Leeds and another in Boston; the
 * month is to be written in letters.
 */
export const ambiguousDate: Rule = {
  id: "T10",
  severity: "warns",
  title: "Dates can be read one way only",
  needs: [],
  without: null,
  run: ({ blocks }) =>
    blocks.flatMap((block) =>
      [...block.normal.text.matchAll(numeric)].flatMap((found) => {
        const [whole, first, , second] = found;
        const [day, month] = [Number(first), Number(second)];
        const isAmbiguous =
          day !== month && day >= 1 && month >= 1 && day <= 12 && month <= 12;
        if (!isAmbiguous) return [];
        const span = { start: found.index, end: found.index + whole.length };
        return findingAt(block, span, {
          rule: "T10",
          severity: "warns",
          message: `${whole} can be read day first or month first: write the month in letters.`,
        });
      }),
    ),
};
