import type { PageKind } from "~/domain/words";

/** What there is to tell a kind of page by. */
export type KindClues = { title: string; headings: string[]; text: string };

type Clue = {
  kind: PageKind;
  weight: number;
  in: "title" | "headings" | "text";
  words: RegExp;
};

const clue = (
  kind: PageKind,
  weight: number,
  place: Clue["in"],
  words: RegExp,
): Clue => ({ kind, weight, in: place, words });

const clues: Clue[] = [
  clue(
    "clinician_page",
    3,
    "headings",
    /^what (?:do|should) you (?:need to )?do\b/im,
  ),
  clue(
    "clinician_page",
    2,
    "headings",
    /^(?:example )?clinical scenario|^case (?:study|example)/im,
  ),
  clue(
    "clinician_page",
    2,
    "headings",
    /\bclinical (?:characteristics|features|presentation)\b/im,
  ),
  clue(
    "clinician_page",
    1,
    "headings",
    /^(?:management|referral|treatment|diagnosis|follow-up|genetic testing)\b/im,
  ),
  clue(
    "clinician_page",
    1,
    "headings",
    /^(?:for clinicians|(?:resources|information) for clinicians)$/im,
  ),
  clue(
    "clinician_page",
    1,
    "text",
    /\b(?:your patient|refer (?:the|your) patient|multidisciplinary team)\b/i,
  ),
  clue(
    "gene_summary",
    2,
    "text",
    /\b[A-Z][A-Z0-9]{1,7} (?:gene )?(?:is|encodes|codes for) an? (?:[\w-]+ ){0,3}(?:kinase|receptor|protein|transcription factor|enzyme|tumou?r suppressor|oncogene|gtpase)\b/i,
  ),
  clue(
    "gene_summary",
    1,
    "text",
    /\b(?:chromosome \d|chromosomal rearrangements?|exons?|oncogenic|isoforms?|\d{1,2}[pq]\d)/i,
  ),
  clue("gene_summary", 2, "text", /(?:\bet al\b[^]*?){2,}/i),
  clue(
    "gene_summary",
    1,
    "headings",
    /^(?:related pathways|function|structure|pathways?)$/im,
  ),
  clue(
    "patient_qa",
    2,
    "title",
    /^(?:what|why|how|can|is|are|does|do|should|will|which)\b/i,
  ),
  clue(
    "patient_qa",
    2,
    "text",
    /\b(?:your question|this answer|asked questions)\b/i,
  ),
  clue("patient_qa", 1, "headings", /\byou\b|\bask\b/im),
  clue(
    "patient_explainer",
    2,
    "text",
    /\b(?:helps? patients|patients (?:feel|benefit)|patient education|families|loved ones)\b/i,
  ),
  clue("patient_explainer", 1, "text", /\bdoctors?\b/i),
  clue(
    "patient_explainer",
    2,
    "text",
    /\b(?:your (?:doctor|care team|genetic counsell?or|healthcare team)|you may (?:be|have|feel|want))\b/i,
  ),
  clue(
    "patient_explainer",
    1,
    "headings",
    /^(?:what is|what are|what does|living with|questions to ask|understanding)\b/im,
  ),
  clue(
    "patient_explainer",
    1,
    "title",
    /^(?:understanding|living with|about)\b|\bexplained\b|\bguide\b/i,
  ),
  clue("glossary", 4, "title", /^glossary\b|\bglossary(?: of terms)?$/i),
];

/** A lead of less than this leaves the kind open. */
const leastScore = 2;

/**
 * The kind of page that a source is, by its title, headings and turns of
 * phrase (in English), or null when the clues are too few or point two ways.
 */
export function tellKind(found: KindClues): PageKind | null {
  const places = {
    title: found.title,
    headings: found.headings.join("\n"),
    text: found.text,
  };
  const scores = new Map<PageKind, number>();
  for (const { kind, weight, in: place, words } of clues)
    if (words.test(places[place]))
      scores.set(kind, (scores.get(kind) ?? 0) + weight);
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < leastScore) return null;
  return second !== undefined && second[1] === best[1] ? null : best[0];
}
