import type { Block } from "~/content/page-content";
import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const ldlrFamilialHypercholesterolaemia: DemoPage = {
  slug: "ldlr-familial-hypercholesterolaemia",
  kind: "clinician_page",
  title: "LDLR and familial hypercholesterolaemia",
  topics: [{ type: "gene", code: "HGNC:6547", label: "LDLR" }],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["cholesterol", "cardiovascular", "cascade testing"],
  blocks: [
    keyMessage(
      paragraph(
        "Familial hypercholesterolaemia is common, mostly undiagnosed and very treatable. Each new patient leads to relatives who do not know that they are at risk.",
      ),
    ),
    heading("The gene"),
    paragraph(
      "{LDLR} on chromosome 19p13.2 encodes the receptor by which the liver clears LDL particles from blood. Most patients with a genetic diagnosis have a variant in {LDLR}; some have one in {APOB} or a gain of function in {PCSK9}. Inheritance is autosomal dominant.",
    ),
    heading("Clinical characteristics"),
    paragraph(
      "LDL cholesterol is high from birth, so that the arteries of a young adult may have borne it for decades. Heterozygotes number between 1 in 500 and 1 in 200, and most are not known to any service [pmid:23956253]. Homozygotes are rare, and coronary disease may begin in childhood.",
    ),
    list(
      "Coronary disease before the age of 60 in the patient or a first-degree relative",
      "Tendon xanthomata, above all of the Achilles tendon",
      "Corneal arcus before the age of 45",
      "No signs at all, which is common",
    ),
    heading("Diagnosis"),
    table(
      "Simon Broome thresholds before treatment",
      ["Age", "Total cholesterol", "LDL cholesterol"],
      ["Under 16", "Above 6.7 mmol/L", "Above 4.0 mmol/L"],
      ["16 and over", "Above 7.5 mmol/L", "Above 4.9 mmol/L"],
    ),
    paragraph(
      "Cholesterol in this range with tendon xanthomata makes the diagnosis definite; with a telling family history it is possible. Exclude hypothyroidism, kidney disease, cholestasis and drugs first. A DNA test confirms the diagnosis and makes family testing exact.",
    ),
    heading("Management"),
    whatToDo(
      list(
        "Offer a high-intensity statin for life and add other treatment if LDL stays high.",
        "Do not use general risk calculators: they underestimate the risk.",
        "Treat smoking, blood pressure and diabetes with equal care.",
        "Ask about plans for pregnancy, since statins are to be stopped before conception.",
        "Refer homozygotes to a specialist centre.",
      ),
    ),
    heading("The family"),
    paragraph(
      "Offer cascade testing to first-degree relatives and onwards. Each child of a heterozygote has a 1 in 2 chance of inheriting the variant.",
    ),
  ],
};

/** What the second full version of the LDLR page adds at its end. */
export const ldlrSecond: { additions: Block[]; changeNote: string } = {
  additions: [
    heading("Children and young people"),
    paragraph(
      "Where a parent is affected, a child should be offered a DNA test by the age of ten. Where both parents are affected, test far earlier, because homozygous disease needs treatment in the first years of life.",
    ),
    list(
      "Begin with diet, activity and a home free of smoke.",
      "Let a specialist in children’s lipid disorders decide when to start a statin.",
      "Follow growth, puberty and well-being as well as cholesterol.",
      "Prepare the move to adult care, when many young people are lost to follow-up.",
    ),
  ],
  changeNote:
    "Adds a section on children and young people: when to offer a DNA test and who should start treatment.",
};
