import type { Random } from "../model/random";
import { civilOf, numberOf, spell, weekdayOf, type Civil } from "./civil";

/** Minutes east of Greenwich at a local midnight, by the law of the zone. */
type Zone = { name: string; offsetAt(day: number): number };

const nth = (year: number, month: number, sunday: "last" | number): number => {
  const first = numberOf({ year, month, day: 1 });
  const firstSunday = first + ((6 - weekdayOf(first) + 7) % 7);
  if (sunday !== "last") return firstSunday + 7 * (sunday - 1);
  const next = numberOf(
    month === 12
      ? { year: year + 1, month: 1, day: 1 }
      : { year, month: month + 1, day: 1 },
  );
  return next - 1 - ((weekdayOf(next - 1) + 1) % 7);
};

/** Summer time from one Sunday to another; clocks change after that midnight. */
const summer =
  (
    standard: number,
    from: [month: number, sunday: "last" | number],
    until: [month: number, sunday: "last" | number],
  ) =>
  (day: number): number => {
    const { year } = civilOf(day);
    const begins = nth(year, ...from);
    const ends = nth(year, ...until);
    const isSummer =
      begins < ends ? day > begins && day <= ends : day > begins || day <= ends;
    return standard + (isSummer ? 60 : 0);
  };

const zones: Zone[] = [
  { name: "Europe/London", offsetAt: summer(0, [3, "last"], [10, "last"]) },
  { name: "Europe/Berlin", offsetAt: summer(60, [3, "last"], [10, "last"]) },
  { name: "America/New_York", offsetAt: summer(-300, [3, 2], [11, 1]) },
  { name: "Australia/Sydney", offsetAt: summer(600, [10, 1], [4, 1]) },
  { name: "Asia/Kolkata", offsetAt: () => 330 },
  { name: "Pacific/Kiritimati", offsetAt: () => 840 },
];

/** Seconds from 1 January 1970 to 1 March 2000, where `civil.ts` begins. */
const epoch = 951_868_800;

export type Midnights = {
  zone: string;
  moments: { second: number; day: string }[];
};

/** The minute before and after midnights of 2010 to 2035, clock changes first. */
export function midnightsOf(random: Random): Midnights[] {
  return zones.map(({ name, offsetAt }) => {
    const changes = Array.from({ length: 26 }, (_, n) => 2010 + n).flatMap(
      (year) =>
        [3, 4, 10, 11].flatMap((month) =>
          [
            nth(year, month, 1),
            nth(year, month, 2),
            nth(year, month, "last"),
          ].flatMap((sunday) => [sunday, sunday + 1]),
        ),
    );
    const from = numberOf({ year: 2010, month: 1, day: 1 } satisfies Civil);
    const others = Array.from({ length: 120 }, () =>
      random.whole(from, from + 9_000),
    );
    const moments = [...changes, ...others].flatMap((day) => {
      const midnight = epoch + day * 86_400 - offsetAt(day) * 60;
      const today = spell(civilOf(day));
      const yesterday = spell(civilOf(day - 1));
      return [
        { second: midnight - 60, day: yesterday },
        { second: midnight - 1, day: yesterday },
        { second: midnight, day: today },
        { second: midnight + 60, day: today },
      ];
    });
    return { zone: name, moments };
  });
}
