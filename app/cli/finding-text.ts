import { severities, type Severity } from "~/domain/words";
import { severityLabels } from "~/wording/labels";

type Found = { rule: string; severity: Severity; message: string };

/** Findings a line each, what blocks first. */
export function findingLines(findings: readonly Found[]): string[] {
  return severities.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(
        ({ rule, message }) =>
          `${severityLabels[severity].padEnd(7)}  ${rule.padEnd(4)} ${message}`,
      ),
  );
}
