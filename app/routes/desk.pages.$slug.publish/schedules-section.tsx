import { Button } from "~/components/button";
import { MomentText } from "~/components/day-text";
import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import type { PublishingScreen } from "./load-publishing.server";

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
            tone={schedule.refusedAt ? "stop" : "info"}
            title={
              schedule.refusedAt
                ? `Version ${String(schedule.versionNumber)} did not go live at its hour: the gate refused it.`
                : `Version ${String(schedule.versionNumber)} goes live by itself.`
            }
          >
            <p>
              <MomentText at={schedule.publishAt} timeZone={day.timeZone} />,
              signed by {schedule.scheduledBy}.
              {schedule.refusedAt &&
                " It is tried again every quarter of an hour; cancel it to stop that."}
            </p>
            {mayPublish && (
              <form method="post">
                <input type="hidden" name="intent" value="cancel_schedule" />
                <input type="hidden" name="scheduleId" value={schedule.id} />
                <Button
                  isSmall
                  aria-label={`Cancel the schedule of version ${String(schedule.versionNumber)}`}
                >
                  Cancel this schedule
                </Button>
              </form>
            )}
          </Notice>
        ))}
      </div>
    </Section>
  );
}
