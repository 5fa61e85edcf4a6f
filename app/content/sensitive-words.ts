/**
 * What kind of clinical meaning a single word can carry. Deliberately wide:
 * a word named here without need costs an editor a review, one that is missing
 * could let a changed dose pass as a spelling correction.
 */
export type SensitiveKind =
  | "number"
  | "unit"
  | "negation"
  | "modal"
  | "comparator"
  | "date"
  | "variant"
  | "gene"
  | "drug"
  | "disease";

const words = (list: string) => new Set(list.trim().split(/\s+/));

const units = words(`
  mg mcg ug g kg ml l dl mmol mol nmol iu gy cgy cm mm nm bp kb unit units
  percent percentage per cent day days daily week weeks weekly month months
  monthly year years yearly hour hours hourly minute minutes dose doses tablet
  tablets capsule capsules copy copies fold times once twice`);
const negations = words(`
  no not never none neither nor without cannot non absent absence lack lacks
  lacking fail fails failed exclude excludes excluded excluding except unless
  false negative unlikely contraindicated stop avoid avoids`);
const modals = words(`
  may might must shall should can could would will ought need needs needed
  recommend recommends recommended consider considered offer offered offers
  advise advised suggest suggests suggested require requires required possible
  possibly probable probably likely always often rare rarely common commonly
  sometimes usually only all some most many few both either any each every
  funded approved licensed available eligible`);
const comparators = words(`
  more less fewer greater higher high lower low above below over under least
  than before after within until up down between from to by at about equal
  same different minimum maximum min max increase increases increased decrease
  decreases decreased better worse early late earlier later longer shorter
  larger smaller rather first second third last positive sensitive resistant
  gain loss left right acute chronic and or if but when while where then with`);
const numbers = words(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen
  fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  sixty seventy eighty ninety hundred thousand million half halves third thirds
  quarter quarters double doubles doubled triple dozen single pair`);
const dates = words(`
  january february march april may june july august september october november
  december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday
  wednesday thursday friday saturday sunday today yesterday tomorrow currently
  now present recently`);

/** A coding or genomic change, or a protein's: c.35G>T, p.Gly12Cys, G12C. */
const variantName =
  /^[cgmnpr]\.|^(?:[A-Z]|[A-Z][a-z]{2})\d+(?:[A-Z]|[A-Z][a-z]{2}|\*|=|fs|del|dup|ins)/;
const variantWord =
  /^(variants?|mutat\w*|delet\w*|insert\w*|duplic\w*|fus\w*|rearrang\w*|transloc\w*|amplif\w*|exons?|introns?|codons?|alleles?|splic\w*|frameshifts?|missense|nonsense|wild-?type|hetero\w*|homo\w*|hemi\w*|germ-?line|somatic|patho\w*|benign|domin\w*|recess\w*|matern\w*|patern\w*|del|ins|dup|inv|fs|ter)$/;
const diseaseWord =
  /(oma|omas|omata|emia|emias|aemia|aemias|itis|osis|oses|pathy|pathies|plasia|plasm|plasms|trophy|algia|uria|penia|sclerosis|thesis)$|syndrom|disease|disorder|deficien|cancer|carcin|tumou?r|leuk|lymph|metasta|malignan|sarcom|melan|glio|blast|tension|glyc|thyroid/;
const drugWord =
  /(nib|mab|parib|lisib|ciclib|platin|taxel|rubicin|statin|mycin|micin|cillin|azole|limus|pril|olol|sartan|vir|gliptin|gliflozin|oxetine|terone|relin|oxifen|trozole|stane|trexate|uracil|citabine|fosfamide|mustine|tecan|poside|vastatin|parin|xaban|gatran|dronate|lukast|setron|prazole|tidine|sone|solone|metformin|insulin|aspirin)s?$|^(drugs?|dos\w*|therap\w*|chemo\w*|immuno\w*|radio\w*|inhibit\w*|agonist\w*|antagonist\w*|antibod\w*)$/;

/** Words that the loaded reference data knows, in lower case. */
export type KnownTerms = {
  genes?: ReadonlySet<string>;
  drugs?: ReadonlySet<string>;
  diseases?: ReadonlySet<string>;
};

/**
 * The clinical meaning a word may carry, or null for a plain one. A digit
 * makes a number unless the whole is a variant's name; two capitals or a
 * capital inside make a gene.
 */
export function sensitiveKind(
  word: string,
  terms: KnownTerms = {},
): SensitiveKind | null {
  const lower = word.toLowerCase();
  if (variantName.test(word)) return "variant";
  if (/\p{N}/u.test(word) || numbers.has(lower)) return "number";
  if (/^[<>≤≥=≈~±+−×]+$/u.test(word)) return "comparator";
  if (/[%‰°µμ£$€]/u.test(word) || units.has(lower)) return "unit";
  if (/n['’]t$|^(non|un|anti)-/.test(lower) || negations.has(lower))
    return "negation";
  if (modals.has(lower)) return "modal";
  if (comparators.has(lower)) return "comparator";
  if (dates.has(lower)) return "date";
  if (terms.genes?.has(lower) || /\p{Lu}.*\p{Lu}|^\p{Ll}.*\p{Lu}/u.test(word))
    return "gene";
  if (word.includes(">") || variantWord.test(lower)) return "variant";
  if (terms.drugs?.has(lower) || drugWord.test(lower)) return "drug";
  if (terms.diseases?.has(lower) || diseaseWord.test(lower)) return "disease";
  return null;
}
