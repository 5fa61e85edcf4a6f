import { expect, test } from "vitest";
import {
  citationHref,
  citationName,
  parseCitation,
} from "~/content/citation-ids";

test.each([
  ["28632866", "pmid", "28632866"],
  [" PMID: 28632866 ", "pmid", "28632866"],
  ["https://pubmed.ncbi.nlm.nih.gov/28632866/?x=1", "pmid", "28632866"],
  ["https://www.ncbi.nlm.nih.gov/pubmed/28632866", "pmid", "28632866"],
  ["10.1038/GIM.2015.30", "doi", "10.1038/gim.2015.30"],
  ["doi:10.1038/gim.2015.30.", "doi", "10.1038/gim.2015.30"],
  [
    "https://doi.org/10.1016%2FS0140-6736(20)30183-5)",
    "doi",
    "10.1016/s0140-6736(20)30183-5",
  ],
  ["nct01970865", "nct", "NCT01970865"],
  ["https://clinicaltrials.gov/study/NCT01970865?tab=x", "nct", "NCT01970865"],
  [
    "https://www.nice.org.uk/guidance/ng122",
    "url",
    "https://www.nice.org.uk/guidance/ng122",
  ],
])("%j is a source", (typed, scheme, id) => {
  expect(parseCitation(typed)).toEqual({ scheme, id, label: "" });
});

test.each([
  "",
  "0",
  "123456789",
  "NCT123",
  "NICE NG122",
  "javascript:x",
  "ftp://x",
])("%j is no source", (typed) => expect(parseCitation(typed)).toBeNull());

test("a source has a name and an address, a guideline in words has none", () => {
  const doi = { scheme: "doi", id: "10.1000/a<b>#1", label: "" } as const;
  expect(citationName(doi)).toBe("doi:10.1000/a<b>#1");
  expect(citationHref(doi)).toBe("https://doi.org/10.1000/a%3Cb%3E%231");
  const guideline = { scheme: "guideline", id: "NG122", label: "" } as const;
  expect(citationHref(guideline)).toBeNull();
});
