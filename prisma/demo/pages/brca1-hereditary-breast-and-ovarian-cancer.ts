import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  scenario,
  table,
  whatToDo,
} from "../write";

export const brca1HereditaryBreastAndOvarianCancer: DemoPage = {
  slug: "brca1-hereditary-breast-and-ovarian-cancer",
  kind: "clinician_page",
  title: "BRCA1 hereditary breast and ovarian cancer",
  topics: [
    { type: "gene", code: "HGNC:1100", label: "BRCA1" },
    { type: "tumour_type", code: null, label: "Breast cancer" },
    { type: "tumour_type", code: null, label: "Ovarian cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "homologous recombination"],
  blocks: [
    keyMessage(
      paragraph(
        "A pathogenic variant in {BRCA1} raises the risk of breast and ovarian cancer from a young age. Knowing of it opens the way to surveillance, risk-reducing surgery and, in those with cancer, treatment chosen for it.",
      ),
    ),
    heading("The gene"),
    paragraph(
      "{BRCA1} lies on chromosome 17q21.31. Its protein helps to repair double-strand DNA breaks by homologous recombination. Variants are inherited in an autosomal dominant manner, so each child of a carrier has a 1 in 2 chance of inheriting the variant. Tumours usually lose the second copy.",
    ),
    heading("Clinical characteristics"),
    paragraph(
      "Breast cancers are often high grade and triple negative. Most ovarian cancers are high-grade serous carcinomas, many of which begin in the fallopian tube.",
    ),
    heading("Cancer risks"),
    paragraph(
      "In a large prospective cohort of women with a pathogenic {BRCA1} variant, the cumulative risk by age 70 was 72% for breast cancer and 44% for ovarian cancer [pmid:28632866]. The incidence of breast cancer climbed steeply until the ages of 30 to 40 and then stayed level.",
    ),
    table(
      "Cumulative risk to age 80 in women",
      ["Cancer", "BRCA1", "BRCA2"],
      ["Breast", "72%", "69%"],
      ["Ovary", "44%", "17%"],
      ["Other breast, within 20 years of the first", "40%", "26%"],
    ),
    heading("A family in clinic"),
    scenario(
      "Mrs Hart, 34, has no symptoms. Her mother died of ovarian cancer and carried a pathogenic {BRCA1} variant. After counselling she chooses predictive testing and is found to carry it. Her sister asks for an appointment of her own.",
    ),
    heading("Management"),
    whatToDo(
      list(
        "Refer to clinical genetics for counselling, testing and family tracing.",
        "Discuss annual breast MRI and the alternative of risk-reducing mastectomy.",
        "Discuss removal of the ovaries and tubes once childbearing is complete. Ovarian screening has not been shown to save lives.",
        "In a person with cancer, tell the oncology team: platinum and PARP inhibitors act on tumours that cannot repair DNA by homologous recombination.",
        "Do not base decisions on a variant of uncertain significance [pmid:25741868].",
      ),
    ),
  ],
};

/** A slip in the first text that its own table gives away: the risks run to age 80. */
export const brca1Correction = {
  find: "by age 70",
  replace: "by age 80",
  reason:
    "The figures of 72% and 44% are cumulative risks to age 80, as in the cited study and in the table. The text said age 70, which overstates the risk before that age.",
};
