import type { z } from "zod";
import type { FieldError, TypedForm } from "./parse-form";

export type ReadRows<Row> = {
  /** Rows that hold something, each with the number of its place on the form. */
  rows: { row: Row; place: number }[];
  errors: FieldError[];
};

const mostRows = 200;

/**
 * Reads the rows of a form whose controls are named `credit-0-name`,
 * `credit-0-role`, `credit-1-name` … by a schema that gives null for a row
 * that was left empty.
 */
export function readRows<Row>(
  form: FormData,
  prefix: string,
  schema: z.ZodType<Row | null>,
): ReadRows<Row> {
  const read: ReadRows<Row> = { rows: [], errors: [] };
  for (const [place, fields] of rowsOf(form, prefix)) {
    const result = schema.safeParse(fields);
    if (result.success) {
      if (result.data !== null) read.rows.push({ row: result.data, place });
      continue;
    }
    for (const { path, message } of result.error.issues)
      read.errors.push({
        name: rowField(prefix, place, String(path[0] ?? "")),
        sentence: message,
      });
  }
  return read;
}

/** The name of one control in a row. */
export function rowField(prefix: string, place: number, field: string): string {
  return `${prefix}-${String(place)}-${field}`;
}

/** Stored rows as the form would have typed them. */
export function flattenRows(
  prefix: string,
  rows: readonly Record<string, string | null>[],
): TypedForm {
  return Object.fromEntries(
    rows.flatMap((row, place) =>
      Object.entries(row).map(([field, value]) => [
        rowField(prefix, place, field),
        value ?? "",
      ]),
    ),
  );
}

/** What was typed, as text; files are left out. */
export function typedFormOf(form: FormData): TypedForm {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const texts = form
        .getAll(name)
        .filter((value): value is string => typeof value === "string");
      const [only = "", ...more] = texts;
      return [name, more.length > 0 ? texts : only];
    }),
  );
}

/** How many rows a typed form has. */
export function countRows(typed: TypedForm, prefix: string): number {
  const places = Object.keys(typed).map((name) => placeOf(name, prefix));
  return Math.max(-1, ...places.filter((place) => place !== null)) + 1;
}

function rowsOf(form: FormData, prefix: string) {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of form) {
    const place = placeOf(name, prefix);
    if (place === null || place >= mostRows || typeof value !== "string")
      continue;
    const field = name.slice(rowField(prefix, place, "").length);
    rows.set(place, { ...rows.get(place), [field]: value });
  }
  return [...rows].sort(([one], [other]) => one - other);
}

function placeOf(name: string, prefix: string): number | null {
  const [, place] = new RegExp(`^${prefix}-(\\d{1,3})-`).exec(name) ?? [];
  return place === undefined ? null : Number(place);
}
