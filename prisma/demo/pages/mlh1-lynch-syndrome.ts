import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const mlh1LynchSyndrome: DemoPage = {
  slug: "mlh1-lynch-syndrome",
  kind: "clinician_page",
  title: "MLH1 and Lynch syndrome",
  topics: [
    { type: "gene", code: "HGNC:7127", label: "MLH1" },
    { type: "tumour_type", code: null, label: "Colorectal cancer" },
    { type: "tumour_type", code: null, label: "Endometrial cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "mismatch repair"],
  blocks: [
    keyMessage(
      paragraph(
        "Loss of MLH1 in a tumour is usually not inherited. Test for {MLH1} promoter methylation, and in colorectal cancer for {BRAF} V600E, before concluding that the patient may have Lynch syndrome.",
      ),
    ),
    heading("The gene"),
    paragraph(
      "{MLH1} on chromosome 3p22.2 encodes a protein that works with PMS2 to mend mismatched bases. Lynch syndrome is caused by a constitutional pathogenic variant in {MLH1}, {MSH2}, {MSH6} or {PMS2}, or by a deletion in {EPCAM} that silences {MSH2}. Inheritance is autosomal dominant.",
    ),
    heading("Clinical characteristics"),
    paragraph(
      "The Prospective Lynch Syndrome Database followed 6,350 carriers, most of them under colonoscopic surveillance [pmid:31337882]. Colorectal cancer remained common in carriers of {MLH1} variants in spite of colonoscopy, while survival after it was good.",
    ),
    table(
      "MLH1 carriers: rough risk to age 75",
      ["Cancer", "Risk"],
      ["Colorectal", "About 1 in 2"],
      ["Endometrial", "More than 1 in 3"],
      ["Ovarian", "About 1 in 10"],
      ["Stomach, small bowel, urinary tract, pancreas", "Raised, each lower"],
    ),
    heading("Diagnosis"),
    list(
      "Every new colorectal and endometrial cancer should be tested for mismatch repair by immunohistochemistry or microsatellite instability.",
      "Loss of MLH1 and PMS2 with methylation or, in the bowel, with {BRAF} V600E points to a sporadic tumour.",
      "Loss without either calls for germline testing, after informed consent.",
      "A strong family history justifies germline testing whatever the tumour shows.",
    ),
    heading("Management"),
    whatToDo(
      list(
        "Refer carriers for colonoscopy every two years from the age of 25.",
        "Discuss aspirin, which lowered the risk of colorectal cancer in a randomised trial of people with Lynch syndrome.",
        "Discuss hysterectomy with removal of the ovaries once childbearing is complete.",
        "In advanced disease, remember that mismatch repair deficiency predicts response to immune checkpoint inhibitors.",
      ),
    ),
    heading("The family"),
    paragraph(
      "Offer predictive testing to adult relatives. A child who inherits variants from both parents has a different and severe condition, constitutional mismatch repair deficiency, with cancers in childhood.",
    ),
  ],
};
