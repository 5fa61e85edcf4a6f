import { dayInWords } from "./days";
import { needLabel } from "./labels";

type Over = {
  week: string;
  /** A person's name, or null for everybody of an expertise. */
  name: string | null;
  expertise: string | null;
  reviews: number;
  capacity: number;
};

/** "The week of 4 January 2027 asks Dr Eze for 7 reviews; they take 5." */
export function overInWords(over: Over): string {
  const { week, name, expertise, reviews, capacity } = over;
  const asked = reviews === 1 ? "1 review" : `${String(reviews)} reviews`;
  const whom =
    name ??
    `everybody who signs as ${needLabel(expertise ?? "").toLowerCase()}`;
  const takes =
    capacity <= 0
      ? "they take none that week"
      : `they take ${String(capacity)}`;
  return `The week of ${dayInWords(week)} asks ${whom} for ${asked}; ${takes}.`;
}

/** What became of the rows that an editor accepted. */
export function movedInWords(moved: number, refused: number): string {
  const done =
    moved === 0
      ? "No date was brought forward."
      : moved === 1
        ? "1 date was brought forward."
        : `${String(moved)} dates were brought forward.`;
  if (refused === 0) return done;
  return `${done} ${refused === 1 ? "1 row was refused" : `${String(refused)} rows were refused`}; the others are not touched by that.`;
}
