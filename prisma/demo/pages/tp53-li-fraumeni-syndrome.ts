import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const tp53LiFraumeniSyndrome: DemoPage = {
  slug: "tp53-li-fraumeni-syndrome",
  kind: "gene_summary",
  title: "TP53 and Li-Fraumeni syndrome",
  topics: [{ type: "gene", code: "HGNC:11998", label: "TP53" }],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "childhood cancer"],
  blocks: [
    keyMessage(
      paragraph(
        "Inherited pathogenic variants in {TP53} cause Li-Fraumeni syndrome, in which cancers of several kinds may arise from infancy onwards. A {TP53} variant in blood is not always inherited.",
      ),
    ),
    heading("What the gene does"),
    paragraph(
      "{TP53} on chromosome 17p13.1 encodes p53, a transcription factor of 393 amino acids. When DNA is damaged, p53 halts the cell cycle, starts repair or lets the cell die. It is the gene most often altered in human cancers; variants present from birth are rare.",
    ),
    heading("Associated cancers"),
    table(
      "Core cancers of Li-Fraumeni syndrome",
      ["Age", "Cancers seen most"],
      [
        "Childhood",
        "Adrenocortical carcinoma, choroid plexus carcinoma, rhabdomyosarcoma, medulloblastoma",
      ],
      ["Adolescence", "Osteosarcoma, brain tumours"],
      ["Adulthood", "Breast cancer before the menopause, soft-tissue sarcoma"],
    ),
    paragraph(
      "In a French series of 415 carriers, those with variants that act on the normal protein as well fell ill earlier than those with loss of function alone [pmid:26014290]. Not every carrier develops cancer. {TP53} R337H, a founder variant in the south and south-east of Brazil, is known above all for adrenocortical carcinoma in children.",
    ),
    heading("Reading a result"),
    list(
      "Blood may carry a {TP53} variant because of clonal haematopoiesis, which becomes more likely with age and after chemotherapy. A low allele fraction is a warning.",
      "Mosaicism is possible in a person without a family history.",
      "Testing cultured fibroblasts or the parents can settle the question.",
    ),
    heading("For those who carry a variant"),
    whatToDo(
      list(
        "Refer to a clinical genetics service with experience of the syndrome.",
        "Offer surveillance, including whole-body and brain MRI, by the guideline of the European reference network [pmid:32457520].",
        "Avoid radiotherapy where another treatment is as good, since second cancers may arise in the treated area.",
        "Offer testing to relatives, children included, because tumours may begin in childhood.",
      ),
    ),
  ],
};
