/** One base: `76`, before and after the coding bases `-14` and `*46`, in introns `88+2` and `89-1`. */
const coding = String.raw`[-*]?[1-9]\d*(?:[+-][1-9]\d*)?`;
const plain = String.raw`[1-9]\d*`;
const bases = "[ACGTN]";

/**
 * True for a change of DNA without its prefix: substitution, deletion,
 * duplication, inversion, insertion, deletion-insertion, repeat, no change, and
 * several of these on one or two alleles (HGVS Nomenclature version 21).
 * Introns and untranslated regions are counted in coding DNA only.
 */
export function isHgvsDna(change: string, isCoding: boolean): boolean {
  const alleles = change.split(/(?<=\])(?:;|\(;\))(?=\[)/);
  const isBracketed = alleles.every((part) => /^\[.+\]$/.test(part));
  if (!isBracketed) return isSimple(change, isCoding);
  return alleles.every((part) =>
    part
      .slice(1, -1)
      .split(/;|\(;\)/)
      .every((one) => isSimple(one, isCoding)),
  );
}

function isSimple(change: string, isCoding: boolean): boolean {
  if (change === "=" || change === "?") return true;
  const found = (isCoding ? codingForm : plainForm).exec(change);
  if (!found) return false;
  const [, first = "", last, what = ""] = found;
  const substitution = /^([ACGT])>([ACGT])$/.exec(what);
  if (substitution)
    return last === undefined && substitution[1] !== substitution[2];
  if (/^inv/.test(what) && last === undefined) return false;
  if (/^ins/.test(what))
    return last !== undefined && areNeighbours(first, last);
  return last === undefined || isInOrder(first, last);
}

const insertion = String.raw`ins(?:${bases}+|\d+|${bases}*\[(?:\d+|\?)\]|\(\d+_\d+\)|[1-9]\d*_[1-9]\d*(?:inv)?)`;
const codingForm = formOf(coding);
const plainForm = formOf(plain);

function formOf(base: string): RegExp {
  const uncertain = String.raw`\((?:${base}|\?)_(?:${base}|\?)\)`;
  const position = `${base}|${uncertain}`;
  const what = String.raw`[ACGT]>[ACGT]|=|del|dup|inv|${insertion}|del${insertion}|${bases}*\[(?:\d+|\(\d+_\d+\))\]`;
  return new RegExp(`^(${position})(?:_(${position}))?(${what})$`);
}

/** Told for plain numbers only: what lies in introns and gaps is not counted here. */
function isInOrder(first: string, last: string): boolean {
  const from = numberOf(first);
  const to = numberOf(last);
  return from === null || to === null || from < to;
}

function areNeighbours(first: string, last: string): boolean {
  const from = numberOf(first);
  const to = numberOf(last);
  return from === null || to === null || to === from + 1;
}

function numberOf(position: string): number | null {
  return /^[1-9]\d*$/.test(position) ? Number(position) : null;
}
