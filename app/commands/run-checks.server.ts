import { rulesVersion, runChecks, type CheckRun } from "~/checks";
import type { Finding } from "~/checks/rule";
import { harmsOfChange } from "~/content/harmless-change";
import type { PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import {
  declareChecksRules,
  findVersionToCheck,
  hasFreshRun,
  recordCheckRun,
  type VersionToCheck,
} from "~/data/check-runs.server";
import { listVersionsTogether } from "~/data/schedules.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { loadCheckReference } from "./load-check-reference.server";

/**
 * Runs the editorial checks on a version and records the run, through the
 * checks role. The gate asks for a run of the current rules within 24 hours.
 * Gives the id of the run.
 */
export async function runChecksOn(versionId: string): Promise<Outcome<string>> {
  const version = await findVersionToCheck(versionId);
  if (!version) return refused("not_found");
  const content = readContent(version.content);
  const run = content
    ? runChecks(content, await loadCheckReference(content), version.today, {
        isImported: version.isImported,
      })
    : unreadable();
  const findings = content
    ? [...run.findings, ...copyFixFindings(version, content)]
    : run.findings;
  const declared = await declareChecksRules(run.rulesVersion);
  if (!declared.ok) return declared;
  return recordCheckRun({
    versionId,
    contentSha256: version.contentSha256,
    rulesVersion: run.rulesVersion,
    reference: run.reference,
    notRun: run.notRun,
    findings,
  });
}

/** Runs the checks where the last run is older than 23 hours, as publishing does first. */
export async function refreshChecksOn(
  versionId: string,
): Promise<Outcome<string | null>> {
  if (await hasFreshRun(versionId, 23)) return { ok: true, value: null };
  return runChecksOn(versionId);
}

/** The same for everything that goes out at one hour with a schedule. */
export async function refreshChecksTogether(
  scheduleId: string,
): Promise<Outcome> {
  for (const versionId of await listVersionsTogether(scheduleId)) {
    const checked = await refreshChecksOn(versionId);
    if (!checked.ok) return checked;
  }
  return done(null);
}

/** Rule T14: a copy fix may touch nothing that can change meaning. */
function copyFixFindings(
  version: VersionToCheck,
  content: PageContent,
): Finding[] {
  if (version.roundKind !== "copy_fix") return [];
  const base = version.baseContent && readContent(version.baseContent);
  if (!base)
    return [
      pageFinding(
        "T14",
        "There is no live text to compare this copy fix with.",
      ),
    ];
  return harmsOfChange(base, content).map((harm) =>
    pageFinding(
      "T14",
      `A copy fix may not change this: ${harm.kind.replaceAll("_", " ")}.`,
    ),
  );
}

function pageFinding(rule: string, message: string): Finding {
  return {
    rule,
    severity: "blocks",
    message,
    excerpt: "",
    suggestion: null,
    blockId: null,
    start: null,
    end: null,
  };
}

function readContent(text: string): PageContent | null {
  const parsed = parsePageContent(JSON.parse(text));
  return parsed.ok ? parsed.content : null;
}

/** A version that the document schema does not allow is blocked, whoever stored it. */
function unreadable(): CheckRun {
  return {
    rulesVersion,
    notRun: [],
    reference: [],
    findings: [
      pageFinding(
        "T1",
        "This version is not a document that the desk can read.",
      ),
    ],
  };
}
