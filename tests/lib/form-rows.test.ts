import { expect, test } from "vitest";
import { z } from "zod";
import {
  countRows,
  flattenRows,
  readRows,
  rowField,
  typedFormOf,
} from "~/lib/form-rows";

const row = z
  .object({
    name: z.string(),
    month: z.string().regex(/^(\d{4}-\d{2})?$/, { error: "Write a month." }),
  })
  .transform((read) => (read.name === "" ? null : read));

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test("rows left empty are dropped, and the others know their place on the form", () => {
  const read = readRows(
    form({
      "credit-0-name": "",
      "credit-0-month": "",
      "credit-2-name": "Ada",
      "credit-2-month": "2014-04",
      "other-0-name": "not read",
    }),
    "credit",
    row,
  );
  expect(read).toEqual({
    rows: [{ row: { name: "Ada", month: "2014-04" }, place: 2 }],
    errors: [],
  });
});

test("what is wrong names the control that it stands in", () => {
  const { errors } = readRows(
    form({ "credit-1-name": "Ada", "credit-1-month": "April" }),
    "credit",
    row,
  );
  expect(errors).toEqual([
    { name: rowField("credit", 1, "month"), sentence: "Write a month." },
  ]);
});

test("stored rows come back as they would be typed", () => {
  const typed = flattenRows("credit", [{ name: "Ada", month: null }]);
  expect(typed).toEqual({ "credit-0-name": "Ada", "credit-0-month": "" });
  expect(countRows(typed, "credit")).toBe(1);
  expect(countRows({}, "credit")).toBe(0);
});

test("a name sent several times is a list, and files are left out", () => {
  const data = form({ a: "1" });
  data.append("a", "2");
  data.append("file", new Blob(["x"]));
  expect(typedFormOf(data)).toEqual({ a: ["1", "2"], file: "" });
});
