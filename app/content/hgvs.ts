import { isHgvsDna } from "./hgvs-dna";
import { isHgvsProtein } from "./hgvs-protein";

const longest = 200;
/** `NM_002944.3`, `NC_000006.12(NM_002944.3)`, `NM_002944.3(ROS1)`, `LRG_292t1`, `ENST00000368508.7`. */
const sequence =
  /^(?:[NXW][CGMRPTW]_\d+(?:\.\d+)?|LRG_\d+(?:[tp]\d+)?|ENS[TPG]\d+(?:\.\d+)?)(?:\((?:[NXW][MRP]_\d+(?:\.\d+)?|[A-Za-z0-9-]{1,30})\))?$/;

/**
 * True for a variant in the form that the HGVS Nomenclature (version 21)
 * recommends, with or without its reference sequence: `c.`, `g.`, `n.` and
 * `m.` at the level of DNA, `p.` for protein in three-letter or one-letter
 * codes, not mixed. Whether the position exists and holds that residue is not
 * asked here (checks G1 and G2), nor is RNA (`r.`) understood.
 */
export function isHgvs(text: string): boolean {
  return whyNotHgvs(text) === null;
}

/** Why a text has not that form, as a sentence for its author; null when it has. */
export function whyNotHgvs(text: string): string | null {
  if (text.length > longest)
    return `A variant's name has at most ${longest} characters.`;
  if (/\s/.test(text)) return "A variant's name has no spaces.";
  const colon = text.lastIndexOf(":");
  const name = text.slice(colon + 1);
  if (colon >= 0 && !sequence.test(text.slice(0, colon)))
    return "What stands before the colon is not a reference sequence, such as NM_002944.3.";
  const level = /^([cgmnp])\./.exec(name)?.[1];
  if (level === undefined)
    return "A variant's name begins with c., g., m., n. or p.";
  if (level === "p")
    return isHgvsProtein(name.slice(2))
      ? null
      : (proteinReason(name) ??
          "This is not a protein change as HGVS writes one, such as p.Gly2032Arg.");
  return isHgvsDna(name.slice(2), level === "c")
    ? null
    : (dnaReason(name) ??
        "This is not a DNA change as HGVS writes one, such as c.6094G>A.");
}

const proteinSlips: [RegExp, string][] = [
  [/\dX\)?$/, "A stop is written Ter or *; X no longer stands for one."],
  [/([A-Z][a-z]{2}|[A-Z])\d+\1\)?$/, "An unchanged residue is written with =."],
  [/\d(?:STOP|Stop|stop)/, "A stop is written Ter or *."],
];
const dnaSlips: [RegExp, string][] = [
  [
    /(?:del|dup)[ACGT]+$/,
    "Leave out the letters after del or dup: the positions name them.",
  ],
  [/IVS/, "A change in an intron is counted from the coding base: c.88+2T>G."],
  [/[acgt]>|>[acgt]/, "The bases of DNA are capital letters."],
  [
    /[ACGT]{2,}>|>[ACGT]{2,}/,
    "More than one base is a deletion-insertion: delins.",
  ],
  [/([ACGT])>\1$/, "An unchanged base is written with =."],
  [/\dins/, "An insertion stands between two neighbours: c.76_77insT."],
  [/con\d/, "A conversion is written delins."],
];

function proteinReason(name: string): string | null {
  return proteinSlips.find(([slip]) => slip.test(name))?.[1] ?? null;
}

function dnaReason(name: string): string | null {
  return dnaSlips.find(([slip]) => slip.test(name))?.[1] ?? null;
}
