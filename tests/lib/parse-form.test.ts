import { expect, test } from "vitest";
import { z } from "zod";
import {
  errorFor,
  lineOf,
  optionalLine,
  optionalText,
  parseForm,
  severalOf,
  textOf,
  typedList,
  typedText,
} from "~/lib/parse-form";

const schema = z.object({
  name: lineOf("Give a name."),
  note: optionalLine(5),
  roles: severalOf(["author", "reviewer"], "Choose from the list."),
  password: lineOf("Give a password."),
});

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test("a whole form comes out as its values, trimmed", () => {
  const parsed = parseForm(
    schema,
    form(["name", " Ada "], ["roles", "author"], ["password", "secret"]),
  );
  expect(parsed).toMatchObject({
    ok: true,
    values: { name: "Ada", note: "", roles: ["author"], password: "secret" },
  });
});

test("each wrong field has one sentence, and what was typed is kept", () => {
  const parsed = parseForm(
    schema,
    form(["name", ""], ["note", "too long"], ["roles", "king"], ["x", "1"]),
  );
  if (parsed.ok) throw new Error("accepted");
  expect(parsed.errors).toEqual([
    { name: "name", sentence: "Give a name." },
    { name: "note", sentence: "Use at most 5 characters." },
    { name: "roles", sentence: "Choose from the list." },
    { name: "password", sentence: "Give a password." },
  ]);
  expect(errorFor(parsed.errors, "note")).toBe("Use at most 5 characters.");
  expect(typedText(parsed.typed, "note")).toBe("too long");
});

test("a line is one line, so that no name breaks the head of a mail; a text may have several", () => {
  for (const name of ["Ada\r\nBcc: x@example.org", "Ada\u2028B", "A\u0000b"]) {
    const parsed = parseForm(
      z.object({ name: lineOf("Give a name."), prefix: optionalLine(40) }),
      form(["name", name], ["prefix", name]),
    );
    if (parsed.ok) throw new Error("accepted");
    const sentence = "Use one line, without line breaks or tabs.";
    expect(parsed.errors).toEqual([
      { name: "name", sentence },
      { name: "prefix", sentence },
    ]);
    expect(typedText(parsed.typed, "name")).toBe(name);
  }
  expect(
    parseForm(
      z.object({ why: textOf("Say why.", 50), note: optionalText(50) }),
      form(["why", "One.\nTwo."], ["note", "Three.\nFour."]),
    ),
  ).toMatchObject({ ok: true, values: { why: "One.\nTwo." } });
});

test("a password is never kept to be shown again", () => {
  const parsed = parseForm(schema, form(["password", "secret"]));
  expect(JSON.stringify(parsed)).not.toContain("secret");
});

test("several ticks are a list, one tick is a list of one, none is empty", () => {
  const both = parseForm(
    schema,
    form(["roles", "author"], ["roles", "reviewer"]),
  );
  expect(typedList(both.typed, "roles")).toEqual(["author", "reviewer"]);
  const one = parseForm(schema, form(["roles", "author"]));
  expect(typedList(one.typed, "roles")).toEqual(["author"]);
  expect(typedList(parseForm(schema, form()).typed, "roles")).toEqual([]);
});
