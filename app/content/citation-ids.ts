import { cleanText } from "./characters";
import { parseLink } from "./links";
import type { Citation, CitationScheme } from "./page-content";

const pmid = /^[1-9]\d{0,7}$/;
const doi = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"'\\]{1,300}$/;
const nct = /^NCT\d{8}$/;

/**
 * The identifier of a source as a page stores it, or null when it has not the
 * form of its scheme: PMID of one to eight digits, DOI in lower case
 * (DOIs know no case), NCT and eight digits, a web address, or the name of a
 * guideline in up to 300 characters. Checks the form, not that it exists.
 */
export function citationId(
  scheme: CitationScheme,
  typed: string,
): string | null {
  const text = cleanText(typed).text.trim();
  switch (scheme) {
    case "pmid":
      return pmid.test(text) ? text : null;
    case "doi":
      return doi.test(text) ? text.toLowerCase() : null;
    case "nct":
      return nct.test(text.toUpperCase()) ? text.toUpperCase() : null;
    case "guideline":
      return text.length > 0 && text.length <= 300 ? text : null;
    case "url":
      return isWebAddress(text) ? parseLink(text) : null;
  }
}

const patterns: [CitationScheme, RegExp][] = [
  ["pmid", /^(?:pmid\s*:?\s*)?(\d+)$/i],
  ["pmid", /^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)(?:[/?#]|$)/i],
  [
    "pmid",
    /^https?:\/\/(?:www\.)?ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\/(\d+)(?:[/?#]|$)/i,
  ],
  ["doi", /^(?:doi\s*:?\s*)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i],
  ["doi", /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(10\.\S+)$/i],
  ["nct", /^(NCT\d+)$/i],
  [
    "nct",
    /^https?:\/\/(?:(?:www|classic)\.)?clinicaltrials\.gov\/(?:ct2\/show|study)\/(NCT\d{8})(?:[/?#]|$)/i,
  ],
  ["url", /^(https?:\/\/\S+)$/i],
];

/**
 * What somebody typed or pasted as a source: a PMID, DOI or NCT number, bare,
 * with its prefix or as its registry's web address, or any other web address.
 * Null when it is none of them. The label is left empty.
 */
export function parseCitation(typed: string): Citation | null {
  const text = cleanText(typed).text.trim();
  for (const [scheme, pattern] of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) continue;
    const id = citationId(scheme, scheme === "doi" ? tidyDoi(found) : found);
    return id === null ? null : { scheme, id, label: "" };
  }
  return null;
}

/** The registry's page about a source; null for a guideline named in words. */
export function citationHref({ scheme, id }: Citation): string | null {
  switch (scheme) {
    case "pmid":
      return `https://pubmed.ncbi.nlm.nih.gov/${id}/`;
    case "doi":
      return `https://doi.org/${encodeURIComponent(id).replaceAll("%2F", "/")}`;
    case "nct":
      return `https://clinicaltrials.gov/study/${id}`;
    case "url":
      return id;
    case "guideline":
      return null;
  }
}

/** The identifier with its prefix, as readers know it: "PMID 28632866". */
export function citationName({ scheme, id }: Citation): string {
  if (scheme === "pmid") return `PMID ${id}`;
  return scheme === "doi" ? `doi:${id}` : id;
}

/** Two citations are of one source when scheme and identifier agree. */
export function citationKey({ scheme, id }: Citation): string {
  return `${scheme}:${id}`;
}

function isWebAddress(text: string): boolean {
  return /^https?:/i.test(text);
}

/** A DOI pasted from a sentence brings its full stop or closing bracket. */
function tidyDoi(text: string): string {
  let id = decode(text).replace(/[?#].*$/, "");
  for (;;) {
    const shorter = id.replace(/[.,;:'"”’]+$/, "");
    const isOpen =
      shorter.endsWith(")") &&
      shorter.split(")").length > shorter.split("(").length;
    const next = isOpen ? shorter.slice(0, -1) : shorter;
    if (next === id) return id;
    id = next;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
