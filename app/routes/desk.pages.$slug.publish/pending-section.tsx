import { Blockers } from "~/components/blockers";
import { ButtonLink } from "~/components/button";
import { ConfirmForm } from "~/components/confirm-form";
import { DefinitionRows } from "~/components/definition-rows";
import { Notice } from "~/components/notice";
import { OutsideSaid } from "~/components/outside/outside-said";
import { Section } from "~/components/page-heading";
import { addDays } from "~/domain/days";
import type { Answer } from "~/lib/performed";
import { paths } from "~/lib/paths";
import type { WordedBlocker } from "~/wording/blockers";
import { dayInWords } from "~/wording/days";
import { roundKindLabels } from "~/wording/labels";
import type {
  PendingVersion,
  PublishingScreen,
} from "./load-publishing.server";
import { ScheduleForm } from "./schedule-form";

type Props = {
  version: PendingVersion;
  known: PublishingScreen & { mayPublish: boolean; act: string | null };
  answer: Answer;
};

/** One version before the gate: every blocker, or the dates it would carry and the button. */
export function PendingSection({ version, known, answer }: Props) {
  const { slug, mayPublish, act } = known;
  const isFree = version.blockers.length === 0;
  const goesWithOthers =
    version.line === "main" &&
    (known.set?.members.filter(({ versionId }) => versionId !== null).length ??
      0) > 1;
  // A day of embargo is the one blocker that a schedule may wait for.
  // Of a set all is scheduled in one act, below.
  const maySchedule =
    mayPublish &&
    !goesWithOthers &&
    version.blockers.every(({ code }) => code === "confidential_until");
  const here = paths.deskPageAct(slug, "publish");
  const isScheduling =
    act === `schedule-${version.id}` ||
    (answer?.intent === "schedule" && answer.typed["versionId"] === version.id);
  return (
    <Section
      title={`Version ${String(version.number)} · ${roundKindLabels[version.roundKind]}`}
      below={version.changeNote || undefined}
      action={
        <span className="flex flex-wrap gap-x-5 gap-y-1">
          {known.liveNumber !== null && (
            <a
              href={paths.compare(slug, {
                from: "live",
                to: String(version.number),
              })}
            >
              What changes for readers
            </a>
          )}
          <a href={paths.deskVersion(slug, version.id)}>Read this version</a>
        </span>
      }
    >
      <div className="grid gap-5">
        {!isFree && (
          <Blockers
            blockers={version.blockers.map((each) => atPlace(each, slug))}
          />
        )}
        <OutsideSaid said={version.outsideSaid} />
        <PreviewRows version={version} />
        {isFree && !mayPublish && (
          <Notice
            tone="info"
            title="Nothing stands in the way. An editor publishes it."
          />
        )}
        {isFree && mayPublish && !isScheduling && goesWithOthers && (
          <Notice
            tone="info"
            title="It goes out together with the other pages of its set, below."
          />
        )}
        {isFree && mayPublish && !isScheduling && !goesWithOthers && (
          <PublishForm version={version} known={known} />
        )}
        {maySchedule &&
          (isScheduling ? (
            <ScheduleForm
              title={`Schedule version ${String(version.number)}`}
              signs="You sign for exactly this text; a newer version cancels it."
              hidden={{
                intent: "schedule",
                versionId: version.id,
                sha: version.contentSha256,
              }}
              day={known.day}
              cancelHref={here}
              answer={answer}
            />
          ) : (
            <p>
              <ButtonLink
                tone="quiet"
                href={`${here}?act=schedule-${version.id}`}
              >
                Schedule it for a later hour
              </ButtonLink>
            </p>
          ))}
      </div>
    </Section>
  );
}

/** A reason with the link to where it is cleared. */
export function atPlace({ screen, ...blocker }: WordedBlocker, slug: string) {
  if (screen === "publish") return blocker;
  const where =
    screen === "" ? paths.deskPage(slug) : paths.deskPageAct(slug, screen);
  return { ...blocker, where, whereLabel: placeLabels[screen] };
}

const placeLabels = {
  "": "To the overview",
  write: "To the text",
  details: "To the details",
  review: "To the review",
  checks: "To the checks",
  public: "To the public page",
} as const;

function PreviewRows({ version }: { version: PendingVersion }) {
  const { preview } = version;
  if (!preview?.lastReviewedOn || !preview.nextReviewDue) return null;
  const { lastReviewedOn, evidenceCheckedTo, nextReviewDue } = preview;
  const rows = [
    { term: "Published on", detail: dayInWords(preview.publishedOn) },
    { term: "Reviewed in full", detail: dayInWords(lastReviewedOn) },
    ...(evidenceCheckedTo
      ? [{ term: "Evidence to", detail: dayInWords(evidenceCheckedTo) }]
      : []),
    { term: "Next review", detail: dayInWords(nextReviewDue) },
    {
      term: "Shown until",
      detail: `${dayInWords(addDays(nextReviewDue, preview.graceDays ?? 0))} at the latest: then the text is withheld`,
    },
  ];
  return (
    <div className="max-w-form">
      <p className="mb-2 font-bold">
        {version.blockers.length === 0
          ? "Published today, it carries:"
          : "By what is signed so far, it would carry:"}
      </p>
      <DefinitionRows rows={rows} />
    </div>
  );
}

function PublishForm({ version, known }: Omit<Props, "answer">) {
  const { liveNumber, slug } = known;
  return (
    <ConfirmForm
      title={`Publish version ${String(version.number)}`}
      consequences={[
        liveNumber === null
          ? "Readers see it at once, at the page's public address."
          : `Readers see it at once, in place of version ${String(liveNumber)}.`,
        "There is no undo: a mistake is corrected, or the page is withdrawn.",
        ...(version.areChecksDue
          ? [
              "The checks last ran more than 24 hours ago: they run again first, and stop it if they find something.",
            ]
          : []),
      ]}
      act={`Publish version ${String(version.number)}`}
      hidden={{ intent: "publish", versionId: version.id }}
      cancelHref={paths.deskPage(slug)}
    />
  );
}
