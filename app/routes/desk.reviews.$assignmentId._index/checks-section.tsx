import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { FindingsList } from "~/components/review/findings-list";
import { SetAsideAction } from "~/components/review/set-aside-action";
import type { Expertise } from "~/domain/words";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import type { ReviewScreen } from "./load-review.server";

type Props = {
  review: ReviewScreen;
  settingAside: string | null;
  expertise: readonly Expertise[];
  answer: Answer;
};

/** The check that looks for sentences that stop being true by themselves. */
const undated = "C1";

/** Sentences whose truth can expire and that do not say as of when. */
export function UndatedClaims(props: Props) {
  const { run, findings } = props.review;
  const claims = findings.filter(({ rule }) => rule === undated);
  // Without a run the section on the checks says so.
  if (!run) return null;
  return (
    <Section
      id="undated"
      title="Claims that need a date"
      below="What is funded, recommended, approved or available “now” stops being true by itself. Each such sentence should say as of which day it holds; ask the author for the day with a remark."
    >
      {claims.length > 0 ? (
        <Findings {...props} findings={claims} section="undated" />
      ) : (
        <p>None: every such sentence that the check knows names its year.</p>
      )}
    </Section>
  );
}

/** Everything else that the editorial checks found. */
export function Checks(props: Props) {
  const { run, findings } = props.review;
  const others = findings.filter(({ rule }) => rule !== undated);
  return (
    <Section
      id="checks"
      title="What the checks found"
      below="The desk's editorial checks help you read; they do not judge what is right."
    >
      <div className="grid gap-4">
        {others.length > 0 ? (
          <Findings {...props} findings={others} section="checks" />
        ) : (
          <p>{nothingFound(run, findings.length > 0)}</p>
        )}
        <NotRun rules={props.review.rulesNotRun} />
      </div>
    </Section>
  );
}

function Findings(
  props: Props & { findings: ReviewScreen["findings"]; section: string },
) {
  const { review, findings, section, settingAside, expertise, answer } = props;
  const here = paths.review(review.id);
  return (
    <FindingsList
      findings={findings}
      textHref=""
      action={(finding) => (
        <SetAsideAction
          {...answerOf(answer, "set_aside")}
          finding={finding}
          expertise={expertise}
          isAsked={settingAside === finding.id}
          askHref={`${here}?set-aside=${finding.id}#${section}`}
          cancelHref={`${here}#${section}`}
        />
      )}
    />
  );
}

function nothingFound(run: ReviewScreen["run"], isMore: boolean): string {
  if (!run) return "The checks have not run on this version.";
  return isMore
    ? "The checks that ran found nothing else."
    : "The checks that ran found nothing.";
}

/** What no check looked for, so that the reviewer does. */
function NotRun({ rules }: { rules: ReviewScreen["rulesNotRun"] }) {
  if (rules.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={
        rules.length === 1
          ? "Not checked in full for you: look at this yourself"
          : "Not checked in full for you: look at these yourself"
      }
    >
      <ul className="grid list-disc gap-1 pl-5">
        {rules.map(({ rule, title, because }) => (
          <li key={rule}>
            Whether this holds: “{title}”.{" "}
            <span className="text-ink-2">{because}</span>
          </li>
        ))}
      </ul>
      <p>
        It does not stop your signature. What the checks need is for the
        desk&apos;s admins to load; there is nothing more for you to do about
        it.
      </p>
    </Notice>
  );
}
