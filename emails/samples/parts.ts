import type { PageRef, Shared } from "../letter";

// People and pages of the samples; all are invented.
export const ros1: PageRef = {
  gene: "ROS1",
  title: "ROS1-rearranged lung cancer",
  kind: "clinician_page",
};
export const brca1: PageRef = {
  gene: "BRCA1",
  title: "Living with a BRCA1 result: questions and answers",
  kind: "patient_qa",
};
export const sdhb: PageRef = {
  gene: "SDHB",
  title: "Hereditary paraganglioma",
  kind: "gene_summary",
};
export const glossary: PageRef = {
  gene: null,
  title: "What “variant of uncertain significance” means",
  kind: "glossary",
};

export const shared: Shared = {
  recipientName: "Dr Maya Iyer",
  desk: { name: "The gene desk", replyTo: "editors@example.org" },
  url: "https://desk.example.org/desk/somewhere?step=1&from=mail",
};

export const reviewer = {
  page: ros1,
  versionNumber: 4,
  reviewerName: "Prof. Lena Marsh",
  expertise: "laboratory_scientist",
} as const;
