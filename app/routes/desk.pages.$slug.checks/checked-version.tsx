import type { ReactNode } from "react";
import { MomentText } from "~/components/day-text";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { FindingsList } from "~/components/review/findings-list";
import { SetAsideAction } from "~/components/review/set-aside-action";
import type { LatestRun, RunFinding } from "~/data/findings.server";
import type { Expertise } from "~/domain/words";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { listInWords } from "~/wording/places";
import { referenceSetLabels } from "~/wording/review";

type Props = {
  version: {
    id: string;
    number: number;
    line: "main" | "correction";
    run: LatestRun | null;
    findings: readonly RunFinding[];
  };
  known: {
    slug: string;
    timeZone: string;
    /** The expertise of whoever looks, as far as they review. */
    expertise: readonly Expertise[];
    settingAside: string | null;
  };
  answer: Answer;
  runAgain: ReactNode;
};

/** One version with the latest run of its checks. */
export function CheckedVersion({ version, known, answer, runAgain }: Props) {
  const { run, findings } = version;
  const title = `Version ${String(version.number)}${version.line === "correction" ? ", safety correction" : ""}`;
  if (!run)
    return (
      <Section title={title} action={runAgain}>
        <Notice tone="warn" title="The checks have not run on this version." />
      </Section>
    );
  const blocking = findings.filter(
    ({ severity, setAsideBy }) => severity === "blocks" && !setAsideBy,
  ).length;
  return (
    <Section title={title} action={runAgain}>
      <div className="grid gap-5">
        <p className="text-ink-2">
          Ran <MomentText at={run.ranAt} timeZone={known.timeZone} />, rules{" "}
          {run.rulesVersion}. {checkedAgainst(run)}
        </p>
        {!run.isFresh && (
          <Notice
            tone="info"
            title="This run is older than the gate accepts. Publishing runs the checks again first."
          />
        )}
        {findings.length === 0 ? (
          <Notice
            tone={run.notRun.length > 0 ? "info" : "done"}
            title={
              run.notRun.length > 0
                ? "The rules that ran found nothing."
                : "The checks found nothing."
            }
          />
        ) : (
          <>
            <p className="font-bold">{verdictOf(blocking)}</p>
            <FindingsList
              findings={findings}
              textHref={paths.deskVersion(known.slug, version.id)}
              action={(finding) => (
                <Act finding={finding} known={known} answer={answer} />
              )}
            />
          </>
        )}
        {run.notRun.length > 0 && <NotRun run={run} />}
      </div>
    </Section>
  );
}

function Act(props: {
  finding: RunFinding;
  known: Props["known"];
  answer: Answer;
}) {
  const { finding, known, answer } = props;
  const here = paths.deskPageAct(known.slug, "checks");
  return (
    <SetAsideAction
      {...answerOf(answer, "set_aside")}
      finding={finding}
      expertise={known.expertise}
      isAsked={known.settingAside === finding.id}
      askHref={`${here}?set-aside=${finding.id}`}
      cancelHref={here}
    />
  );
}

function NotRun({ run }: { run: LatestRun }) {
  return (
    <Notice
      tone="warn"
      title={
        run.notRun.length === 1
          ? "One rule could not run in full"
          : `${String(run.notRun.length)} rules could not run in full`
      }
    >
      <ul className="grid gap-1">
        {run.notRun.map(({ rule, because }) => (
          <li key={rule}>
            <strong>{rule}</strong>: {because}
          </li>
        ))}
      </ul>
      <p>An admin loads reference data with “desk reference load”.</p>
    </Notice>
  );
}

function checkedAgainst({ reference }: LatestRun): string {
  if (reference.length === 0) return "Checked without reference data.";
  const sets = reference.map(
    ({ set, version }) => `${referenceSetLabels[set] ?? set} (${version})`,
  );
  return `Checked against ${listInWords(sets)}.`;
}

function verdictOf(blocking: number): string {
  if (blocking === 0) return "Nothing that was found stands in the way.";
  return blocking === 1
    ? "One finding stands in the way of publication."
    : `${String(blocking)} findings stand in the way of publication.`;
}
