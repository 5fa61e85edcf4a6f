import type { ReactNode } from "react";
import type { Severity } from "~/domain/words";
import { needLabel, severityLabels } from "~/wording/labels";
import { Status } from "../status";
import type { StatusLook } from "../status-looks";

export type ShownFinding = {
  id: string;
  rule: string;
  severity: Severity;
  message: string;
  excerpt: string;
  suggestion: string | null;
  blockId: string | null;
  setAsideBy: string | null;
  setAsideExpertise: string | null;
  setAsideReason: string | null;
};

const looks = {
  blocks: { shape: "octagon", colour: "text-overdue" },
  warns: { shape: "triangle", colour: "text-changes" },
  hints: { shape: "ring_i", colour: "text-draft" },
} as const satisfies Record<Severity, StatusLook>;

type Props<Finding extends ShownFinding> = {
  findings: readonly Finding[];
  /** Where a block stands in the text; no link without it. */
  textHref?: string;
  action?: (finding: Finding) => ReactNode;
};

/** What the checks found, what blocks first. */
export function FindingsList<Finding extends ShownFinding>(
  props: Props<Finding>,
) {
  const { findings, textHref, action } = props;
  return (
    <ol className="panel">
      {findings.map((finding) => (
        <li
          key={finding.id}
          className="grid gap-x-6 gap-y-1 border-t border-rule px-4 py-3 first:border-t-0 md:grid-cols-[7rem_minmax(0,1fr)_auto]"
        >
          <div>
            <Status
              {...(finding.setAsideBy
                ? { shape: "ring_minus" as const, colour: "text-draft" }
                : looks[finding.severity])}
            >
              {finding.setAsideBy
                ? "Set aside"
                : severityLabels[finding.severity]}
            </Status>
            <p className="text-small text-ink-2">Rule {finding.rule}</p>
          </div>
          <div className="max-w-measure">
            <p>{finding.message}</p>
            {finding.excerpt && (
              <blockquote className="mt-1 border-l-2 border-edge pl-3 text-ink-2">
                {finding.excerpt}
              </blockquote>
            )}
            {finding.suggestion && (
              <p className="mt-1">
                Suggestion: <strong>{finding.suggestion}</strong>
              </p>
            )}
            {finding.setAsideBy && (
              <p className="mt-1 text-ink-2">
                Set aside by {finding.setAsideBy}
                {finding.setAsideExpertise
                  ? ` (${needLabel(finding.setAsideExpertise).toLowerCase()})`
                  : ""}
                : {finding.setAsideReason}
              </p>
            )}
          </div>
          <div className="flex flex-wrap items-start gap-3 md:justify-end">
            {textHref !== undefined && finding.blockId && (
              <a href={`${textHref}#b-${finding.blockId}`}>
                Show in the text
                <span className="sr-only"> for rule {finding.rule}</span>
              </a>
            )}
            {action?.(finding)}
          </div>
        </li>
      ))}
    </ol>
  );
}
