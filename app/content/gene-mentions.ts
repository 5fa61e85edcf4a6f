/** An approved symbol as it stands in a text; offsets are UTF-16 units, `end` exclusive. */
export type GeneMention = { symbol: string; start: number; end: number };

/** Symbols that in these texts mean the health service and a file format. */
const neverGenes = new Set(["NHS", "PDF"]);
/** Symbols that as often mean something else: only right beside the word "gene". */
const onlyBesideGene = new Set(
  "AR CAT CP CS DES EGF FH GC GCG HR IDS IMPACT INS IVD KEL MAX MB MDK MIP MSC NODAL NPS OTC PC PGR POR PTH RAN REST SET SHE SI SLN SON SST TAT TF TH TPO TTR VIP WAS".split(
    " ",
  ),
);
const besideGene = {
  before: /\bgenes?\s+$/i,
  after: /^\s+(?:gene|variant|pathogenic)/i,
};
const nearGene = {
  before: /(?:\bgenes?|\bfusions?|\bgenes? (?:such as|like|including)|::)\s*$/i,
  after:
    /^(?:::|[ -]?(?:genes?\b|fusions?|mutat|mutant|variant|rearrang|positive|negative|amplif|exons?\b|kinase|inhibitor|wild[ -]?type|translocat|oncogene|pathogenic|delet|carrier|germline|somatic|driven|altered|p\.|[A-Z](?:[a-z]{2})?\d{1,4}(?:[A-Z]\b|[A-Z][a-z]{2}\b|\*|fs)))/i,
};
const token = /(?<![\p{L}\p{N}])[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/gu;

/**
 * The approved gene symbols in a text, in order. Symbols are matched as
 * written, case and all, within hyphenated words too ("ROS1-rearranged",
 * "CD74-ROS1"); "BRCA1/2" names both. A symbol of letters only (ALK, FH, MET)
 * counts when a gene word stands beside it somewhere in the text, since such
 * symbols are words of other trades as well; NHS and PDF never count.
 */
export function findGeneMentions(
  text: string,
  isSymbol: (symbol: string) => boolean,
): GeneMention[] {
  const mentions: GeneMention[] = [];
  for (const found of text.matchAll(token))
    mentions.push(...readToken(found[0], found.index, text, isSymbol));
  const named = new Set(
    mentions
      .filter((mention) => isSurelyGene(mention, text))
      .map(({ symbol }) => symbol),
  );
  return mentions.filter(({ symbol }) => named.has(symbol));
}

function readToken(
  word: string,
  at: number,
  text: string,
  isSymbol: (symbol: string) => boolean,
): GeneMention[] {
  const mentions: GeneMention[] = [];
  const parts = word.split("-");
  let start = at;
  while (parts.length > 0) {
    const taken = longestSymbol(parts, isSymbol);
    const length = parts.slice(0, taken).join("-").length;
    const symbol = text.slice(start, start + length);
    if (isSymbol(symbol)) {
      mentions.push({ symbol, start, end: start + length });
      mentions.push(...shortened(symbol, start + length, text, isSymbol));
    }
    parts.splice(0, taken);
    start += length + 1;
  }
  return mentions;
}

/** How many parts of the hyphenated word make a symbol: "HLA-A" is two parts; 1 when none do. */
function longestSymbol(
  parts: string[],
  isSymbol: (symbol: string) => boolean,
): number {
  for (let count = parts.length; count > 1; count--)
    if (isSymbol(parts.slice(0, count).join("-"))) return count;
  return 1;
}

/** The genes that "/2" and "/3" stand for in "NTRK1/2/3". */
function shortened(
  symbol: string,
  end: number,
  text: string,
  isSymbol: (symbol: string) => boolean,
): GeneMention[] {
  const stem = /^(.*?[A-Z])\d$/.exec(symbol)?.[1];
  const slashes = /^(?:\/\d)+(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 20));
  if (stem === undefined || !slashes) return [];
  return [...slashes[0].matchAll(/\d/g)].flatMap(({ 0: digit, index }) => {
    const start = end + index;
    const full = stem + digit;
    return isSymbol(full) ? [{ symbol: full, start, end: start + 1 }] : [];
  });
}

function isSurelyGene({ symbol, start, end }: GeneMention, text: string) {
  if (neverGenes.has(symbol)) return false;
  if (/\d/.test(symbol)) return true;
  const context = onlyBesideGene.has(symbol) ? besideGene : nearGene;
  return (
    context.before.test(text.slice(Math.max(0, start - 24), start)) ||
    context.after.test(text.slice(end, end + 24))
  );
}
