import { remembered } from "./remembered";

/**
 * Terms that a comparison keeps or replaces as a whole though white space or
 * punctuation stands inside them: a number with its comparator, range and
 * unit, a day or month with its year, a variant's name in HGVS form with the
 * protein in brackets after it, a drug with its salt or payload.
 */

const number = String.raw`\d+(?:[.,·’]\d+)*`;
const perhapsSpace = String.raw`[\s\u00a0\u202f\u2009]*`;
const unit = String.raw`(?:%|‰|°${perhapsSpace}[CF]?|[µμ]?[a-zA-Z]{1,2}g|[µμmn]?g|[µμmcdn]?[lLm]|kb|Mb|bp|IU|U|Gy|cGy|mSv|[mnµμp]?mol|mmHg|kDa|Hz|per cent|percent|percentage|days?|weeks?|months?|years?|hours?|minutes?|seconds?|doses?|tablets?|capsules?|copies|copy|fold|times|cycles?|cm|mm|units?)`;
const per = String.raw`(?:${perhapsSpace}(?:\/|per\s)${perhapsSpace}(?:[µμ]?[\p{L}]+[²³]?|${number}))*`;
const months =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const afterDrug =
  "(?:hydrochloride|dihydrochloride|mesylate|mesilate|dimesylate|maleate|malate|tosylate|ditosylate|phosphate|sulfate|sulphate|sodium|disodium|potassium|calcium|acetate|citrate|succinate|fumarate|tartrate|besylate|camsylate|lactate|bromide|chloride|deruxtecan|emtansine|vedotin|govitecan|mafodotin|ozogamicin|ravtansine|soravtansine|tesirine|pamoate|decanoate|alfa|beta|gamma|pegol|acid)";

/** What to look for, and what a text must have before it is looked for. */
type Term = { needs: RegExp; is: RegExp };
const aDigit = /\d/;

const terms: readonly Term[] = [
  // "≥ 1.5–2.0 mg/kg per day", "1 in 200", "10 to 20 years", "3 × 10"
  {
    needs: aDigit,
    is: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:[<>≤≥=≈~±+−]+${perhapsSpace})?${number}(?:${perhapsSpace}(?:[-–—−×/:±]|to|in|of)${perhapsSpace}${number}${perhapsSpace}(?:%|‰)?)*(?:${perhapsSpace}-?${unit}${per}(?![\p{L}\p{N}]))?`,
      "gu",
    ),
  },
  {
    needs: /[bB]etween\s+\d/,
    is: new RegExp(
      String.raw`(?<!\p{L})[bB]etween\s+${number}\s+and\s+${number}(?:\s*${unit}(?!\p{L}))?`,
      "gu",
    ),
  },
  {
    needs: aDigit,
    is: new RegExp(
      String.raw`(?<![\p{L}\p{N}])\d{1,2}(?:st|nd|rd|th)?\s+${months}\.?(?:,?\s+\d{4})?(?!\p{L})`,
      "gu",
    ),
  },
  {
    needs: aDigit,
    is: new RegExp(
      String.raw`(?<!\p{L})${months}\.?\s+\d{1,4}(?:,?\s+\d{4})?(?!\p{N})`,
      "gu",
    ),
  },
  {
    needs: /[cgmnopr]\.\S/,
    is: /(?<![\p{L}\p{N}.])(?:[A-Z]{1,4}_?\d+(?:\.\d+)?(?:\([\w-]+\))?:\s?)?[cgmnopr]\.(?:[^\s()[\],;]|\([^\s()]*\)|\[[^\]\n]*\])+(?<![.:])(?:\s+\(p\.[^\n()]*(?:\([^\n()]*\)[^\n()]*)*\))?/gu,
  },
  {
    needs: new RegExp(String.raw`\s${afterDrug}`),
    is: new RegExp(
      String.raw`(?<!\p{L})\p{Lu}?[\p{Ll}\d-]{1,60}\s+${afterDrug}(?!\p{L})`,
      "gu",
    ),
  },
];

/** Where such terms stand in a text: beginnings and ends, in order, none inside another. */
export const indivisibleRanges = remembered(
  (text): readonly (readonly [number, number])[] => {
    const found: [number, number][] = [];
    for (const { needs, is } of terms) {
      if (!needs.test(text)) continue;
      for (const match of text.matchAll(is))
        found.push([match.index, match.index + match[0].trimEnd().length]);
    }
    found.sort(([one], [other]) => one - other);
    const ranges: [number, number][] = [];
    for (const [from, to] of found) {
      const last = ranges.at(-1);
      if (last && from < last[1]) last[1] = Math.max(last[1], to);
      else ranges.push([from, to]);
    }
    return ranges;
  },
);
