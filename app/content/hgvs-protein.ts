const three =
  "Ala|Cys|Asp|Glu|Phe|Gly|His|Ile|Lys|Leu|Met|Asn|Pro|Gln|Arg|Ser|Thr|Sec|Pyl|Val|Trp|Tyr";
const one = "[ACDEFGHIKLMNOPQRSTUVWY]";
const at = String.raw`[1-9]\d*`;

/**
 * True for a change of protein without its prefix: substitution, stop, no
 * change, frame shift, extension, deletion, duplication, insertion,
 * deletion-insertion and repeat, predicted ones in brackets, several on one or
 * two alleles (HGVS Nomenclature version 21). A stop is Ter or *; codes of
 * three letters and of one are not mixed.
 */
export function isHgvsProtein(change: string): boolean {
  const alleles = change.split(/(?<=\])(?:;|\(;\))(?=\[)/);
  if (!alleles.every((part) => /^\[.+\]$/.test(part)))
    return isSimple(change, threeLetterForm) || isSimple(change, oneLetterForm);
  return [threeLetterForm, oneLetterForm].some((form) =>
    alleles.every((part) =>
      part
        .slice(1, -1)
        .split(/;|\(;\)/)
        .every((change) => isSimple(change, form)),
    ),
  );
}

const threeLetterForm = formOf(three, String.raw`Ter|\*`);
const oneLetterForm = formOf(one, String.raw`\*`);

function isSimple(change: string, form: RegExp): boolean {
  const inner = /^\((.+)\)$/.exec(change)?.[1] ?? change;
  if (/^(?:0\??|\?|=)$/.test(inner)) return true;
  const found = form.exec(inner);
  if (!found) return false;
  const { was, now, from, to, what } = found.groups ?? {};
  if (now !== undefined) return was !== now;
  if (to === undefined) return !what?.startsWith("ins");
  const gap = Number(to) - Number(from);
  return what?.startsWith("ins") ? gap === 1 : gap > 0;
}

/**
 * Two shapes: one residue that becomes another, a stop, nothing new, a frame
 * shift or an extension; or a stretch that is lost, doubled or replaced.
 */
function formOf(residue: string, stop: string): RegExp {
  const any = `(?:${residue}|${stop})`;
  const aa = `(?:${residue})`;
  const frameShift = `(?:${aa})?fs(?:(?:${stop})(?:${at}|\\?))?`;
  const extension = String.raw`(?:${aa})?ext(?:-[1-9]\d*|(?:${stop})(?:${at}|\?))`;
  const single = `(?<was>${any})${at}(?:=|\\?|${frameShift}|${extension}|(?<now>${any}))`;
  const added = String.raw`(?:${aa}*(?:${aa}|${stop})|\d+|Xaa\[\d+\]|X\[\d+\])`;
  const stretch = `${any}(?<from>${at})(?:_${any}(?<to>${at}))?(?<what>delins${added}|ins${added}|del|dup|\\[\\d+\\])`;
  return new RegExp(`^(?:${single}|${stretch})$`);
}
