import type { DemoPage } from "../demo-page";
import { brca1HereditaryBreastAndOvarianCancer } from "./brca1-hereditary-breast-and-ovarian-cancer";
import { brca2QuestionsForMen } from "./brca2-questions-for-men";
import { cftrCarrierQuestions } from "./cftr-carrier-questions";
import { egfrLungCancerResistance } from "./egfr-lung-cancer-resistance";
import { fbn1MarfanSyndrome } from "./fbn1-marfan-syndrome";
import { hfeGlossary } from "./hfe-glossary";
import { krasG12cColorectal } from "./kras-g12c-colorectal";
import { ldlrFamilialHypercholesterolaemia } from "./ldlr-familial-hypercholesterolaemia";
import { mlh1LynchSyndrome } from "./mlh1-lynch-syndrome";
import { ntrkFusionsTumourAgnostic } from "./ntrk-fusions-tumour-agnostic";
import { palb2Explained } from "./palb2-explained";
import { retMedullaryThyroidCancer } from "./ret-medullary-thyroid-cancer";
import { ros1RearrangedLungCancer } from "./ros1-rearranged-lung-cancer";
import { sdhbHereditaryParaganglioma } from "./sdhb-hereditary-paraganglioma";
import { tp53LiFraumeniSyndrome } from "./tp53-li-fraumeni-syndrome";
import { vhlExplained } from "./vhl-explained";

/** The pages of the demo: true, in our own words, and signed by nobody real. */
export const demoPages: readonly DemoPage[] = [
  brca1HereditaryBreastAndOvarianCancer,
  ros1RearrangedLungCancer,
  egfrLungCancerResistance,
  tp53LiFraumeniSyndrome,
  palb2Explained,
  cftrCarrierQuestions,
  sdhbHereditaryParaganglioma,
  fbn1MarfanSyndrome,
  mlh1LynchSyndrome,
  brca2QuestionsForMen,
  ntrkFusionsTumourAgnostic,
  hfeGlossary,
  ldlrFamilialHypercholesterolaemia,
  retMedullaryThyroidCancer,
  krasG12cColorectal,
  vhlExplained,
];
