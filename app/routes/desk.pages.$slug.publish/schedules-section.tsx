import { Button } from "~/components/button";
import { MomentText } from "~/components/day-text";
import { Blockers } from "~/components/blockers";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import type { PublishingScreen } from "./load-publishing.server";
import { atPlace } from "./pending-section";

type Props = { known: PublishingScreen & { mayPublish: boolean } };

/** The publications that are signed for a later hour, each with the way to cancel it. */
export function SchedulesSection({ known }: Props) {
  const { schedules, day, mayPublish } = known;
  if (schedules.length === 0) return null;
  return (
    <Section title="Scheduled">
      <div className="grid gap-3">
        {schedules.map((schedule) => (
          <Notice
            key={schedule.id}
            tone={
              schedule.refusedAt || schedule.forecast.length > 0
                ? "stop"
                : "info"
            }
            title={
              schedule.refusedAt
                ? `Version ${String(schedule.versionNumber)} did not go live at its hour: the gate refused it.`
                : `Version ${String(schedule.versionNumber)} goes live by itself.`
            }
          >
            <p>
              <MomentText at={schedule.publishAt} timeZone={day.timeZone} />,
              signed by {schedule.scheduledBy}.
              {schedule.isOfSet &&
                " It goes out with the other pages of its set, or not at all; cancelled, none of them goes."}
              {schedule.refusedAt &&
                " It is tried again every quarter of an hour; cancel it to stop that."}
            </p>
            <Rehearsals schedule={schedule} slug={known.slug} />
            {mayPublish && (
              <form method="post">
                <input type="hidden" name="intent" value="cancel_schedule" />
                <input type="hidden" name="scheduleId" value={schedule.id} />
                <Button
                  isSmall
                  aria-label={
                    schedule.isOfSet
                      ? undefined
                      : `Cancel the schedule of version ${String(schedule.versionNumber)}`
                  }
                >
                  {schedule.isOfSet
                    ? "Cancel the schedule of the set"
                    : "Cancel this schedule"}
                </Button>
              </form>
            )}
          </Notice>
        ))}
      </div>
    </Section>
  );
}

/** What the gate would say at the hour, and which rehearsals ran so far. */
function Rehearsals(props: {
  schedule: PublishingScreen["schedules"][number];
  slug: string;
}) {
  const { forecast, rehearsals, refusedAt } = props.schedule;
  const ran = rehearsals.map(
    ({ step, reasonCount }) =>
      `${step} before: ${reasonCount === 0 ? "nothing in its way" : reasonCount === 1 ? "one reason against" : `${String(reasonCount)} reasons against`}`,
  );
  return (
    <>
      {!refusedAt && forecast.length > 0 && (
        <div className="my-3">
          <p className="mb-2 font-bold">
            At its hour the gate would refuse it, as things stand:
          </p>
          <Blockers
            blockers={forecast.map((each) => atPlace(each, props.slug))}
          />
        </div>
      )}
      {!refusedAt && forecast.length === 0 && (
        <p>As things stand, nothing is in its way at that hour.</p>
      )}
      <p className="text-small text-ink-2">
        {ran.length > 0
          ? `Rehearsed ${ran.join("; ")}.`
          : "Rehearsed seven days, 24 hours and one hour before; none has come yet."}
      </p>
    </>
  );
}
