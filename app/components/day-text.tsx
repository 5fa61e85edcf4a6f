import { dayInWords, momentInWords, shortDayInWords } from "~/wording/days";

type DayProps = { day: string; isShort?: boolean };

/** A day that people read and machines understand: "4 May 2022". */
export function DayText({ day, isShort }: DayProps) {
  return (
    <time dateTime={day}>
      {isShort ? shortDayInWords(day) : dayInWords(day)}
    </time>
  );
}

/** A moment with its zone, for signatures and the record of acts. */
export function MomentText({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-normal">
      {momentInWords(at, timeZone)}
    </time>
  );
}
