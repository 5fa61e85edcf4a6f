import { ConfirmForm } from "~/components/confirm-form";
import { DayField, TextField } from "~/components/text-field";
import type { DeskDay } from "~/data/pages.server";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";

type Props = {
  title: string;
  /** What exactly is signed for. */
  signs: string;
  /** The act, what it is about and the hash that is signed. */
  hidden: { intent: string; sha: string } & Record<string, string>;
  day: DeskDay;
  cancelHref: string;
  answer: Answer;
};

/** Signs that exactly this goes live at a later hour of the desk's own clock. */
export function ScheduleForm(props: Props) {
  const { title, signs, hidden, day, cancelHref, answer } = props;
  const { errors, typed } = answerOf(answer, hidden.intent);
  return (
    <ConfirmForm
      title={title}
      consequences={[
        signs,
        "At its hour the gate looks again. What it refuses stays down, and you are told.",
      ]}
      act="Sign and schedule"
      hidden={hidden}
      cancelHref={cancelHref}
    >
      <DayField
        name="day"
        label="Day"
        min={day.today}
        value={typedText(typed, "day")}
        error={errorFor(errors, "day")}
      />
      <TextField
        name="time"
        label="Time"
        hint={`Hours and minutes in ${day.timeZone}, for example 09:30.`}
        width="short"
        inputMode="numeric"
        maxLength={5}
        value={typedText(typed, "time")}
        error={errorFor(errors, "time")}
      />
      <TextField
        name="password"
        label="Your password"
        hint="To confirm that it is you."
        type="password"
        autoComplete="current-password"
        width="medium"
        error={errorFor(errors, "password")}
      />
    </ConfirmForm>
  );
}
