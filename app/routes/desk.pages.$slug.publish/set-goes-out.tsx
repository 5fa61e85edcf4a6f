import { Button, ButtonLink } from "~/components/button";
import type { Answer } from "~/lib/performed";
import { paths } from "~/lib/paths";
import type { PublishingScreen } from "./load-publishing.server";
import { ScheduleForm } from "./schedule-form";

type Props = {
  known: PublishingScreen & { act: string | null };
  answer: Answer;
};

type Blocker = NonNullable<
  PublishingScreen["set"]
>["members"][number]["blockers"][number];

/** Publishing runs the checks first, so that an old run stops nobody. */
export const isOldRun = ({ detail }: Blocker) => detail.run === "missing";

/** A day of embargo is what a schedule may wait for, the page's own or a mate's. */
const waitsForItsDay = (blocker: Blocker) =>
  isOldRun(blocker) ||
  blocker.code === "confidential_until" ||
  (blocker.code === "set_incomplete" &&
    blocker.detail.because === "confidential");

/** The one act for all of a set: now, or signed for a later hour. */
export function SetGoesOut({ known, answer }: Props) {
  const { set, slug, act } = known;
  const going = (set?.members ?? []).filter(
    ({ versionId }) => versionId !== null,
  );
  const isHeldBy = (may: (blocker: Blocker) => boolean) =>
    going.some(({ blockers }) => !blockers.every(may));
  if (!set?.contentSha256 || set.hiddenCount > 0 || going.length < 2)
    return null;
  if (isHeldBy(waitsForItsDay)) return null;
  const here = paths.deskPageAct(slug, "publish");
  if (act === "schedule-set" || answer?.intent === "schedule_set")
    return (
      <ScheduleForm
        title={`Schedule the set: ${String(going.length)} pages`}
        signs={`You sign once for exactly these ${String(going.length)} texts. They go out together at that hour, or none of them does; a newer version of one stops all.`}
        hidden={{
          intent: "schedule_set",
          setId: set.id,
          sha: set.contentSha256,
        }}
        day={known.day}
        cancelHref={`${here}#set`}
        answer={answer}
      />
    );
  return (
    <>
      {!isHeldBy(isOldRun) && (
        <form method="post" className="panel max-w-form p-4 sm:p-5">
          <input type="hidden" name="intent" value="publish_set" />
          <input type="hidden" name="setId" value={set.id} />
          {going.map(({ versionId }) => (
            <input
              key={versionId}
              type="hidden"
              name="versionId"
              value={versionId ?? ""}
            />
          ))}
          <p className="mb-3">
            Readers see all {going.length} at once. There is no undo: a mistake
            is corrected, or a page is withdrawn, and the others fall with it.
          </p>
          <Button tone="primary">Publish the set</Button>
        </form>
      )}
      <p>
        <ButtonLink tone="quiet" href={`${here}?act=schedule-set#set`}>
          Schedule the set for a later hour
        </ButtonLink>
      </p>
    </>
  );
}
