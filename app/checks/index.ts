import type { PageContent } from "~/content/page-content";
import { statusWithoutDay } from "./c1-status-without-day";
import { readBlocks } from "./checked-blocks";
import { referenceResidue } from "./g1-reference-residue";
import { positionInProtein } from "./g2-position-in-protein";
import { humanAuthor } from "./p2-human-author";
import { sectionsPresent } from "./p13-required-sections";
import { figureComplete } from "./p18-figure-complete";
import { scenarioBasis } from "./p19-scenario-basis";
import { reusableApproved } from "./p21-reusable-approved";
import { identifierFormat } from "./r2-identifier-format";
import { retractedSource } from "./r5-retracted-source";
import { guidelineEdition } from "./r6-guideline-edition";
import { versionOf, type Reference } from "./reference";
import type { ReferenceSetName } from "./reference/rows";
import type { CheckInput, Finding, Rule } from "./rule";
import { gapsInText } from "./t1-gaps-in-text";
import { ambiguousDate } from "./t10-ambiguous-date";

/** Raised by hand whenever a rule is added or judges otherwise than before. */
export const rulesVersion = "2026.2";

/** Every editorial check there is, in the order in which findings are shown. */
export const rules: readonly Rule[] = [
  humanAuthor,
  sectionsPresent,
  figureComplete,
  scenarioBasis,
  reusableApproved,
  statusWithoutDay,
  referenceResidue,
  positionInProtein,
  identifierFormat,
  retractedSource,
  guidelineEdition,
  gapsInText,
  ambiguousDate,
];

/**
 * One run of all rules over one content. `notRun` holds the rules whose
 * reference set is not loaded: they passed nothing. `reference` says which
 * sets the others were run against.
 */
export type CheckRun = {
  rulesVersion: string;
  findings: Finding[];
  notRun: { rule: string; because: string }[];
  reference: { set: ReferenceSetName; version: string }[];
};

/**
 * Runs the editorial checks of checks.md. Deterministic: the same content,
 * reference, day and origin give the same findings in the same order. A rule
 * that lacks a reference set is listed in `notRun`, also when it could do a
 * part of its work by well-known facts.
 */
export function runChecks(
  content: PageContent,
  reference: Reference,
  today: string,
  { isImported = false }: { isImported?: boolean } = {},
): CheckRun {
  const blocks = readBlocks(content);
  const input: CheckInput = { content, blocks, reference, today, isImported };
  const findings: Finding[] = [];
  const notRun: CheckRun["notRun"] = [];
  for (const rule of rules) {
    const missing = rule.needs.filter(
      (set) => versionOf(reference, set) === null,
    );
    if (missing.length > 0)
      notRun.push({ rule: rule.id, because: whyNotRun(missing, rule.without) });
    if (missing.length === 0 || rule.without !== null)
      findings.push(...rule.run(input));
  }
  return { rulesVersion, findings, notRun, reference: [...reference.loaded] };
}

const setNames: Record<ReferenceSetName, string> = {
  genes: "The gene table",
  proteins: "The protein sequences",
  retractions: "The retractions",
  drugs: "The drug names",
  makers: "The makers of drugs",
};

function whyNotRun(
  missing: readonly ReferenceSetName[],
  without: string | null,
): string {
  const sets = missing.map((set) => setNames[set]).join(", ");
  const verb = missing.length === 1 && /table$/.test(sets) ? "is" : "are";
  const rest = without === null ? "" : `; ${without}`;
  return `${sets} ${verb} not loaded${rest}.`;
}
