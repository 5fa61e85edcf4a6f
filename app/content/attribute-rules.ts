import { citationId } from "./citation-ids";
import { isHgvs } from "./hgvs";
import { isPartialDate } from "./iso-dates";
import { parseLink } from "./links";
import { citationSchemes, reusableKinds, scenarioBases } from "./page-content";

export type AttributeValue = string | number | boolean | null;

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

/** Empty while it is not known: a draft may be incomplete. */
export const partialDateRule: AttributeRule = {
  default: "",
  read: (value) =>
    value === "" || (typeof value === "string" && isPartialDate(value))
      ? value
      : undefined,
  says: "A date is a year, a month or a day: 2018, 2018-01 or 2018-01-04.",
};

export const fileRule: AttributeRule = {
  default: null,
  read: (value) => (value === null || isSha256(value) ? value : undefined),
  says: "A figure names its stored image by 64 hexadecimal digits.",
};
export const altRule = textUpTo(1_000, "Alternative text");
export const creditRule = textUpTo(300, "A figure's credit");
export const licenceRule = textUpTo(200, "A figure's licence");
export const isDecorativeRule: AttributeRule = {
  default: false,
  read: (value) => (typeof value === "boolean" ? value : undefined),
  says: "A figure is decorative or it is not.",
};
export const pixelsRule = orNull(
  wholeNumber(1, 100_000, "A figure is 1 to 100,000 pixels wide and high."),
);

export const componentRule: AttributeRule = {
  read: (value) =>
    typeof value === "string" && isComponentName(value) ? value : undefined,
  says: "A reusable text is named in small letters, digits and hyphens.",
};
export const componentVersionRule = wholeNumber(
  1,
  9_999,
  "A reusable text has version 1 to 9,999.",
);
export const reusableKindRule: AttributeRule = {
  read: (value) => reusableKinds.find((kind) => kind === value),
  says: "A reusable text is a disclaimer or an AI notice.",
};

export const titleRule = textUpTo(500, "A title");
export const organisationRule = textUpTo(200, "An organisation's name");
export const guidelineVersionRule = textUpTo(100, "A guideline's version");
/** A web address, or nothing while it is not known. */
export const urlRule: AttributeRule = {
  default: "",
  read: (value) => {
    if (value === "") return "";
    const link = typeof value === "string" ? parseLink(value) : null;
    return link?.startsWith("http") ? link : undefined;
  },
  says: "An address begins with https:// or http://.",
};

export const hgvsRule: AttributeRule = {
  read: (value) =>
    typeof value === "string" && isHgvs(value) ? value : undefined,
  says: "A variant is written as HGVS recommends, such as p.Gly2032Arg or c.6094G>A.",
};
export const geneOfVariantRule = orNull(symbolRule);

/** One partner may be unknown, "?", but not both. */
export const fusionPartnerRule: AttributeRule = {
  read: (value, all) => {
    if (value !== "?") return symbolRule.read(value, all);
    return all.fivePrime === "?" && all.threePrime === "?" ? undefined : value;
  },
  says: "A fusion names its two genes by their symbols; one of them may be “?”.",
};

export const therapyNameRule: AttributeRule = {
  read: (value) => {
    const name = typeof value === "string" ? value.trim() : "";
    return name !== "" && name.length <= 100 ? name : undefined;
  },
  says: "A treatment has a name of at most 100 characters.",
};
export const therapyCodeRule: AttributeRule = {
  default: null,
  read: (value) =>
    value === null || (typeof value === "string" && isRegistryCode(value))
      ? value
      : undefined,
  says: "A code is a registry and a number, such as NCIT:C74061.",
};

/** True for SHA-256 in small hexadecimal, as files are named. */
export function isSha256(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** True for the name of a reusable text: `ai-notice-draft-assist`. */
function isComponentName(value: string): boolean {
  return value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

/** True for a registry and its number, such as `HGNC:10261`. */
export function isRegistryCode(value: string): boolean {
  return isHgncId(value) || /^[A-Za-z]+:[\w.:/-]{1,60}$/.test(value);
}

/** True for an id the server may have given to a block. */
export function isBlockId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9]{1,32}$/.test(value);
}

/** True for `HGNC:` and a number, as HGNC writes its codes. */
function isHgncId(value: string): boolean {
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

/** Nothing is a value of its own, and what a new node has. */
function orNull(rule: AttributeRule): AttributeRule {
  return {
    ...rule,
    default: null,
    read: (value, all) => (value === null ? null : rule.read(value, all)),
  };
}

function textUpTo(longest: number, what: string): AttributeRule {
  return {
    default: "",
    read: (value) =>
      typeof value === "string" && value.length <= longest ? value : undefined,
    says: `${what} has at most ${longest.toLocaleString("en-GB")} characters.`,
  };
}
