import type { Block, Body } from "~/content/page-content";
import { oneOf, type Random } from "../compare/random";

const genes = ["BRCA1", "PALB2", "ROS1", "CHEK2", "SDHB", "MLH1", "RET"];
const people = ["carriers", "relatives", "patients", "women", "men", "adults"];
const tests = [
  "annual MRI",
  "colonoscopy",
  "genetic counselling",
  "a renal ultrasound",
  "measurement of plasma metanephrines",
  "tumour sequencing",
];
const cancers = [
  "breast cancer",
  "paraganglioma",
  "lung adenocarcinoma",
  "colorectal cancer",
  "medullary thyroid cancer",
];
const drugs = ["crizotinib", "olaparib", "selpercatinib", "entrectinib"];

const nouns =
  "cohort register pathway threshold penetrance phenotype kindred proband sibling biopsy margin cascade consent specimen panel exon promoter transcript allele mosaicism founder haplotype surveillance prophylaxis fertility menopause contraception radiotherapy chemotherapy resection recurrence remission toxicity rash oedema fatigue neuropathy cataract hypertension pregnancy childhood adolescence clinic laboratory referral letter helpline charity interpreter diary leaflet appointment deadline audit guideline consensus committee registry endpoint hazard interval subgroup placebo dose schedule infusion tablet liver kidney thyroid adrenal pancreas bowel ovary prostate skin brain lung bone marrow plasma urine saliva".split(
    " ",
  );
const verbs =
  "confirms suggests delays repeats explains excludes narrows widens supports contradicts precedes follows replaces postpones requires allows limits records measures compares doubles halves predicts mimics masks reveals prompts shortens prolongs improves worsens".split(
    " ",
  );
const adjectives =
  "early late rare common severe mild bilateral familial sporadic inherited somatic germline recurrent metastatic localised symptomatic silent reliable doubtful national regional written verbal yearly monthly untreated elderly younger affected unaffected combined partial complete uncertain consistent".split(
    " ",
  );
const joints =
  "because although whereas so that unless when since if while before after until and but".split(
    " ",
  );

function phrase(random: Random): string {
  const subject = `${oneOf(random, ["the", "a", "each", "any", "this"])} ${oneOf(random, adjectives)} ${oneOf(random, nouns)}`;
  const object = `${oneOf(random, ["the", "an", "no", "some"])} ${random(2) === 0 ? `${oneOf(random, adjectives)} ` : ""}${oneOf(random, nouns)} of ${oneOf(random, nouns)}`;
  return `${subject} ${oneOf(random, verbs)} ${object}`;
}

/** A sentence of one or two phrases, or one of the turns that come again and again. */
export function sentence(random: Random): string {
  if (random(20) === 0) return turnOfPhrase(random);
  const first = phrase(random);
  const more =
    random(3) === 0 ? "" : `, ${oneOf(random, joints)} ${phrase(random)}`;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${more}.`;
}

function turnOfPhrase(random: Random): string {
  const gene = oneOf(random, genes);
  const who = oneOf(random, people);
  const test = oneOf(random, tests);
  const cancer = oneOf(random, cancers);
  const drug = oneOf(random, drugs);
  const age = String(20 + random(50));
  const share = String(1 + random(90));
  return oneOf(random, [
    `Offer ${test} to ${who} with a pathogenic variant in ${gene} from the age of ${age} years.`,
    `The risk of ${cancer} is ${share} % by the age of ${age}.`,
    `${gene} fusions respond to ${drug}, and resistance follows within ${age} months.`,
    `Refer ${who} under ${age} years to the regional genetics service before ${test}.`,
    `A variant of uncertain significance in ${gene} does not change what is offered.`,
    `Where ${cancer} runs in the family, ${who} should be told about ${test}.`,
    `Of ${share} ${who} in the largest study, most had ${cancer} diagnosed before ${age}.`,
    `Do not stop ${drug} without asking the oncology team, unless there is ${cancer} of another kind.`,
    `Evidence for ${test} comes from ${share} families and is of moderate certainty.`,
    `In practice, ${who} ask first about ${cancer}, then about their children.`,
  ]);
}

export function paragraphText(random: Random): string {
  return Array.from({ length: 2 + random(4) }, () => sentence(random)).join(
    " ",
  );
}

/** Blocks as plain words, which the edits of these tests work on. */
export type Page = { id: string; text: string }[];

export function randomPage(random: Random): Page {
  return Array.from({ length: 12 + random(14) }, (_, n) => ({
    id: `block${String(n).padStart(5, "a")}`,
    text: paragraphText(random),
  }));
}

export function bodyOf(page: Page): Body {
  return {
    type: "doc",
    content: page.map(({ id, text }): Block => {
      const content = text === "" ? [] : [{ type: "text" as const, text }];
      return { type: "paragraph", attrs: { id }, content };
    }),
  };
}
