import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const fbn1MarfanSyndrome: DemoPage = {
  slug: "fbn1-marfan-syndrome",
  kind: "clinician_page",
  title: "FBN1 and Marfan syndrome",
  topics: [{ type: "gene", code: "HGNC:3603", label: "FBN1" }],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["connective tissue", "aorta"],
  blocks: [
    keyMessage(
      paragraph(
        "The aortic root decides the outlook in Marfan syndrome. Regular imaging and an operation in good time have turned a disease of early death into one with a near normal span of life.",
      ),
    ),
    heading("The gene"),
    paragraph(
      "{FBN1} on chromosome 15q21.1 encodes fibrillin-1, the main part of the microfibrils that hold up elastic tissue and keep TGF-beta in check. Variants in it were shown to cause Marfan syndrome in 1991 [pmid:1852208]. Inheritance is autosomal dominant; in about a quarter of patients the variant is new.",
    ),
    heading("Clinical characteristics"),
    table(
      "Where to look",
      ["System", "Typical findings"],
      ["Aorta", "Dilatation of the root, dissection"],
      ["Eyes", "Ectopia lentis, high myopia, retinal detachment"],
      [
        "Skeleton",
        "Long limbs and fingers, scoliosis, chest deformity, flat feet",
      ],
      ["Lungs", "Spontaneous pneumothorax"],
      ["Dura and skin", "Dural ectasia, stretch marks without weight change"],
    ),
    heading("Diagnosis"),
    paragraph(
      "The revised Ghent criteria give most weight to aortic root aneurysm and ectopia lentis [pmid:20591885]. Without a family history the two together suffice; a dilated root with a causative {FBN1} variant or with a high systemic score suffices as well. Stature alone proves nothing.",
    ),
    paragraph(
      "Consider Loeys-Dietz syndrome when the uvula is bifid, the eyes are widely spaced or arteries are tortuous: dissection may then happen at smaller diameters.",
    ),
    heading("Management"),
    whatToDo(
      list(
        "Arrange echocardiography at diagnosis and regularly thereafter, with MRI or CT of the whole aorta as needed.",
        "Offer a beta-blocker or an angiotensin receptor blocker to slow dilatation.",
        "Refer for aortic root surgery before dissection; the threshold depends on diameter, growth and family history.",
        "Advise against contact sport and heavy straining, and encourage gentle exercise.",
        "Plan pregnancy with a specialist team before conception.",
        "Treat sudden chest or back pain as dissection until imaging says otherwise.",
      ),
    ),
    heading("The family"),
    paragraph(
      "First-degree relatives need testing for the known variant, or examination and echocardiography where no variant has been found. Features may appear with age, so a normal examination in childhood does not close the question.",
    ),
  ],
};
