import { citationId } from "./citation-ids";
import { parseLink } from "./links";
import { citationSchemes, scenarioBases } from "./page-content";

export type AttributeValue = string | number | null;

/**
 * One attribute of a node or mark. `read` gives the value as the page stores
 * it, or undefined when it is not allowed; `says` is the sentence then shown.
 */
export type AttributeRule = {
  default?: AttributeValue;
  read: (
    value: unknown,
    all: Record<string, unknown>,
  ) => AttributeValue | undefined;
  says: string;
};

export const longestLabel = 500;

/** Given by the server; the browser sends back what it was given, or null. */
export const blockIdRule: AttributeRule = {
  default: null,
  read: (value) => (value === null || isBlockId(value) ? value : undefined),
  says: "A block's id is 1 to 32 small letters and digits.",
};

export const levelRule: AttributeRule = {
  default: 2,
  read: (value) => (value === 2 || value === 3 ? value : undefined),
  says: "A heading has level 2 or 3.",
};

export const startRule = wholeNumber(1, 9_999, "A list starts at 1 to 9,999.");
export const colspanRule = wholeNumber(1, 50, "A cell spans 1 to 50 columns.");
export const rowspanRule = wholeNumber(1, 500, "A cell spans 1 to 500 rows.");

export const captionRule: AttributeRule = {
  ...shortText("A caption has at most 500 characters."),
  default: "",
};
export const labelRule: AttributeRule = {
  ...shortText("A citation's description has at most 500 characters."),
  default: "",
};

export const basisRule: AttributeRule = {
  default: "unstated",
  read: (value) => scenarioBases.find((basis) => basis === value),
  says: "A clinical scenario is fictional, with consent, or unstated.",
};

export const schemeRule: AttributeRule = {
  read: (value) => citationSchemes.find((scheme) => scheme === value),
  says: "A citation is a PMID, DOI, NCT number, guideline or web address.",
};

/** Read together with its scheme, which decides its form. */
export const citationIdRule: AttributeRule = {
  read: (value, all) => {
    const scheme = citationSchemes.find((known) => known === all.scheme);
    if (scheme === undefined || typeof value !== "string") return undefined;
    return citationId(scheme, value) ?? undefined;
  },
  says: "The identifier has not the form of its kind: PMID digits, a DOI from 10., NCT and eight digits.",
};

/** As in HGNC: letters, digits and hyphens. Case is kept: C9orf72. */
export const symbolRule: AttributeRule = {
  read: (value) =>
    typeof value === "string" && /^[A-Za-z0-9][A-Za-z0-9-]{0,29}@?$/.test(value)
      ? value
      : undefined,
  says: "A gene symbol is letters, digits and hyphens.",
};

export const hgncIdRule: AttributeRule = {
  default: null,
  read: (value) =>
    value === null || (typeof value === "string" && isHgncId(value))
      ? value
      : undefined,
  says: "A gene's code is HGNC: and its number.",
};

export const hrefRule: AttributeRule = {
  read: (value) =>
    typeof value === "string" ? (parseLink(value) ?? undefined) : undefined,
  says: "A link goes to an https, http or mailto address.",
};

/** True for an id the server may have given to a block. */
export function isBlockId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9]{1,32}$/.test(value);
}

/** True for `HGNC:` and a number, as HGNC writes its codes. */
export function isHgncId(value: string): boolean {
  return /^HGNC:[1-9]\d{0,6}$/.test(value);
}

function wholeNumber(least: number, most: number, says: string): AttributeRule {
  return {
    default: 1,
    read: (value) =>
      typeof value === "number" &&
      Number.isInteger(value) &&
      value >= least &&
      value <= most
        ? value
        : undefined,
    says,
  };
}

function shortText(says: string): AttributeRule {
  return {
    read: (value) =>
      typeof value === "string" && value.length <= longestLabel
        ? value
        : undefined,
    says,
  };
}
