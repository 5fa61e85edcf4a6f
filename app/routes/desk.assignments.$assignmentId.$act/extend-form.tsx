import { ConfirmForm } from "~/components/confirm-form";
import { DayField, TextArea } from "~/components/text-field";
import type { WaitingForm } from "~/data/waiting-reviewers.server";
import { addDays } from "~/domain/days";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";

type Props = { waiting: WaitingForm; answer: Answer };

/** A later day for one reviewer, with the reason that they read. */
export function ExtendForm({ waiting, answer }: Props) {
  const { errors, typed } = answerOf(answer, "extend");
  const { reviewBy, today, name } = waiting;
  const earliest = addDays(reviewBy > today ? reviewBy : today, 1);
  return (
    <ConfirmForm
      title={`Give ${name} more time`}
      consequences={[
        `The review was to be done by ${dayInWords(reviewBy)}.`,
        `${name} is told the new day and your reason by mail.`,
        "The page’s own review date does not move.",
      ]}
      act="Give more time"
      cancelHref={paths.desk()}
    >
      <DayField
        name="reviewBy"
        label="New review-by day"
        hint={`From ${dayInWords(earliest)}.`}
        min={earliest}
        value={typedText(typed, "reviewBy")}
        error={errorFor(errors, "reviewBy")}
      />
      <TextArea
        name="reason"
        label="Reason"
        hint="The reviewer reads it, and it is kept with the act."
        rows={3}
        value={typedText(typed, "reason")}
        error={errorFor(errors, "reason")}
      />
    </ConfirmForm>
  );
}
