import { toOneLetter } from "./amino-acids";

/**
 * A protein substitution as it stands in a normalised text ("G2032R",
 * "p.Gly2032Arg", "p.(G2032R)"), in one-letter codes; * is a stop. `isMarked`
 * is true with "p." or three-letter codes, which leave no doubt that a variant
 * is meant. `start` to `end` holds the name without "p." and brackets.
 */
export type VariantMention = {
  reference: string;
  position: number;
  alternative: string;
  isThreeLetter: boolean;
  isMarked: boolean;
  start: number;
  end: number;
};

/** Something that has the form of a variant and names no amino acid. */
export type ImpossibleMention = { text: string; start: number; end: number };

const threeLetter =
  "Ala|Cys|Asp|Glu|Phe|Gly|His|Ile|Lys|Leu|Met|Asn|Pro|Gln|Arg|Ser|Thr|Sec|Val|Trp|Tyr";
const oneLetter = "ACDEFGHIKLMNPQRSTUVWY";
const substitution = new RegExp(
  String.raw`(?<![\p{L}\p{N}._])(p\.)?\(?(?:(${threeLetter})(\d{1,5})(${threeLetter}|Ter|\*)|([${oneLetter}])(\d{1,5})([${oneLetter}X*]))(?![\p{L}\p{N}_])`,
  "gu",
);
const marked =
  /(?<![\p{L}\p{N}])p\.\(?([A-Za-z]{1,3})(\d{1,5})([A-Za-z]{1,3})(?![\p{L}\p{N}_])/gu;
const notSubstitutions = /^(?:fs|del|dup|ins|ext|delins)/;

/**
 * The protein substitutions named in a normalised text, by HGVS with or
 * without "p." and in the older form with X for a stop. Names of the same
 * form that are genes, cell lines or the like (C4A, F2R, T47D) are left out.
 */
export function findVariants(text: string): VariantMention[] {
  return [...text.matchAll(substitution)].flatMap((found) => {
    const [whole, prefix, ref3, at3, alt3, ref1, at1, alt1] = found;
    const reference = toOneLetter(ref3 ?? ref1 ?? "");
    const alternative = alt1 === "X" ? "*" : toOneLetter(alt3 ?? alt1 ?? "");
    if (reference === null || alternative === null) return [];
    const name = (ref3 ?? ref1 ?? "") + (at3 ?? at1 ?? "") + (alt3 ?? alt1);
    if (prefix === undefined && sameForm.has(name)) return [];
    const start = found.index + whole.length - name.length;
    return {
      reference,
      position: Number(at3 ?? at1),
      alternative,
      isThreeLetter: ref3 !== undefined,
      isMarked: prefix !== undefined || ref3 !== undefined,
      start,
      end: start + name.length,
    };
  });
}

/** What "p." announces as a substitution although a code or the position cannot be: "p.Gyl2032Arg", "p.G0R". */
export function findImpossible(text: string): ImpossibleMention[] {
  return [...text.matchAll(marked)].flatMap((found) => {
    const [whole, ref = "", position = "", alt = ""] = found;
    if (notSubstitutions.test(alt)) return [];
    const isPossible =
      isCode(ref) && (isCode(alt) || alt === "X") && Number(position) > 0;
    const end = found.index + whole.length;
    return isPossible ? [] : [{ text: whole, start: found.index, end }];
  });
}

function isCode(text: string): boolean {
  return toOneLetter(text) !== null;
}

/** Genes, cell lines and other usual names of the form of a substitution. */
const sameForm = new Set([
  "A2M",
  "C1D",
  "C1R",
  "C1S",
  "C4A",
  "C8A",
  "C8G",
  "F2R",
  "F11R",
  "S100G",
  "S100P",
  "S100A",
  "A1C",
  "S6K",
  "D2R",
  "H3K",
  "N2A",
  "T47D",
]);
