import { cleanText } from "./characters";
import { isRecord, type Report } from "./problems";

/** Readers of plain fields: the value as stored, or null with a report. */
export type Reader<T> = (
  report: Report,
  value: unknown,
  path: string,
) => T | null;

/** A string of at most `longest` characters, cleaned and trimmed. */
export function text(longest: number): Reader<string> {
  return (report, value, path) => {
    if (typeof value !== "string")
      return report.refuse(path, "wrong_type", "This is text.");
    const { text: clean, removed } = cleanText(value);
    report.noteCleaned(path, removed);
    const trimmed = clean.trim();
    return trimmed.length > longest
      ? report.refuse(path, "too_long", `At most ${longest} characters.`)
      : trimmed;
  };
}

/** A string that a rule accepts; `says` is shown when it does not. */
export function matching(
  isRight: (value: string) => boolean,
  says: string,
): Reader<string> {
  return (report, value, path) =>
    typeof value === "string" && isRight(value)
      ? value
      : report.refuse(path, "wrong_value", says);
}

/** One of the words of a fixed list. */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return (report, value, path) =>
    words.find((word) => word === value) ??
    report.refuse(path, "wrong_value", `One of: ${words.join(", ")}.`);
}

/** A list of at most `most`, read one by one. */
export function list<T>(read: Reader<T>, most: number): Reader<T[]> {
  return (report, value, path) => {
    if (!Array.isArray(value))
      return report.refuse(path, "wrong_type", "This is a list.");
    if (value.length > most)
      return report.refuse(path, "too_many", `At most ${most}.`);
    const items = value.map((item: unknown, index) =>
      read(report, item, `${path}[${index}]`),
    );
    return items.filter((item) => item !== null);
  };
}

/** A list in which nothing stands twice. */
export function listOnce(read: Reader<string>, most: number): Reader<string[]> {
  const readList = list(read, most);
  return (report, value, path) => {
    const items = readList(report, value, path);
    return items !== null && new Set(items).size < items.length
      ? report.refuse(path, "wrong_value", "Something stands here twice.")
      : items;
  };
}

type Shape = Record<string, Reader<unknown>>;
type Shaped<S extends Shape> = {
  [Key in keyof S]: S[Key] extends Reader<infer T> ? T : never;
};

/** An object with exactly the fields of a shape. */
export function record<S extends Shape>(shape: S): Reader<Shaped<S>> {
  return (report, value, path) => {
    if (!isRecord(value))
      return report.refuse(path, "not_an_object", "This is an object.");
    const refusedBefore = report.problems.length;
    for (const key of Object.keys(value))
      if (!Object.hasOwn(shape, key))
        report.refuse(
          path,
          "unknown_field",
          `There is no field “${cleanText(key.slice(0, 40)).text}” here.`,
        );
    const fields = Object.entries(shape).map(([name, read]) => {
      const fieldPath = path === "" ? name : `${path}.${name}`;
      if (!Object.hasOwn(value, name) || value[name] === undefined)
        return [name, report.refuse(fieldPath, "missing", "This is missing.")];
      return [name, read(report, value[name], fieldPath)];
    });
    if (report.problems.length > refusedBefore) return null;
    // Every field of the shape has been read by its own reader.
    return Object.fromEntries(fields) as Shaped<S>;
  };
}

/** Null stays null; anything else is read. */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (report, value, path) =>
    value === null ? null : read(report, value, path);
}
