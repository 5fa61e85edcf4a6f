import type { Day } from "~/domain/days";
import { addDays } from "~/domain/days";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { EntryText, type ShownEntry } from "./entry-text";

type Props = {
  /** The Monday before the first day of the month, or that day. */
  from: Day;
  weeks: number;
  month: string;
  today: Day;
  entries: readonly ShownEntry[];
};

const perDay = 4;

const weekdays = [
  ...["Monday", "Tuesday", "Wednesday", "Thursday"],
  ...["Friday", "Saturday", "Sunday"],
];

/** A month as weeks and days; on a phone the days that hold something, one under the other. */
export function MonthTable({ from, weeks, month, today, entries }: Props) {
  const days = Array.from({ length: weeks * 7 }, (_, place) =>
    addDays(from, place),
  );
  return (
    <div className="panel">
      <table role="table" className="month">
        <caption className="sr-only">
          What falls on the days of {dayInWords(month)}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {weekdays.map((weekday) => (
              <th key={weekday} role="columnheader" scope="col">
                {weekday.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {Array.from({ length: weeks }, (_, week) => {
            const row = days.slice(week * 7, week * 7 + 7);
            const holds = row.some(
              (day) => day === today || entries.some(({ on }) => on === day),
            );
            return (
              <tr
                key={week}
                role="row"
                className={holds ? undefined : "is-empty"}
              >
                {row.map((day) => (
                  <DayCell
                    key={day}
                    day={day}
                    isOutside={!day.startsWith(month)}
                    isToday={day === today}
                    entries={entries.filter(({ on }) => on === day)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type DayProps = {
  day: Day;
  isOutside: boolean;
  isToday: boolean;
  entries: readonly ShownEntry[];
};

function DayCell({ day, isOutside, isToday, entries }: DayProps) {
  if (isOutside) return <td role="cell" className="is-outside" />;
  const more = entries.length - perDay;
  const looks = [
    isToday ? "is-today" : "",
    entries.length === 0 && !isToday ? "is-empty" : "",
  ];
  return (
    <td role="cell" className={looks.join(" ").trim() || undefined}>
      <time dateTime={day} className="text-small font-bold">
        {Number(day.slice(8))}
        <span className="md:sr-only"> {dayInWords(day.slice(0, 7))}</span>
        {isToday && <span className="font-normal"> today</span>}
      </time>
      {entries.length > 0 && (
        <ul className="mt-1 grid gap-1 text-small">
          {entries.slice(0, perDay).map((entry) => (
            <li key={`${entry.what} ${entry.slug} ${entry.person ?? ""}`}>
              <EntryText entry={entry} />
            </li>
          ))}
          {more > 0 && (
            <li>
              <a
                href={paths.datesCalendar({
                  month: day.slice(0, 7),
                  show: "list",
                })}
                className="inline-block py-1"
              >
                {more} more on {dayInWords(day)}
              </a>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}
