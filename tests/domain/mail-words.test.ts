import { describe, expect, test } from "vitest";
import {
  fillPlaceholders,
  findWordsFaults,
  signatureKind,
  tidyWords,
} from "~/domain/mail-words";

const kind = "published";
const known = ["person", "desk", "page"] as const;
const faultsOf = (opening: string, of: string = kind) =>
  findWordsFaults(
    of,
    of === signatureKind
      ? { opening: "", closing: opening }
      : { opening, closing: "" },
    known,
  ).map(({ fault, about }) => (about ? `${fault} ${about}` : fault));

describe("words of the desk", () => {
  test.each([
    "Thank you, {person}, for what you do for {desk} and {page}.",
    "Call 020 7946 0000, or write to anna.b.lee@genes.example.org.",
    "From 24.11.2026, e.g. for NM_000059.3:c.35G>A and p.(Gly12Val) at 5 < 10 mg.",
    "Ask Dr. Iyer & colleagues: 10.25 a.m. is fine. Version 2.1 too.",
    "",
  ])("may say “%s”", (words) => {
    expect(faultsOf(words)).toEqual([]);
  });

  test.each([
    ["a".repeat(601), ["too_long 601"]],
    ["One.\n\nTwo.", ["empty_line"]],
    ["Left \u202Eright", ["unseen"]],
    ["A bell \u0007", ["unseen"]],
    ["Hidden\u200Bspace", ["unseen"]],
    [
      "See <b>this</b> &amp; that",
      ["markup <b>", "markup </b>", "markup &amp;"],
    ],
    ["<img src=x", ["markup <img src=x"]],
    [
      "See https://evil.example.org/a?b and www.example.org.",
      ["address https://evil.example.org/a?b", "address www.example.org"],
    ],
    ["Go to evil.example/path now", ["address evil.example/path"]],
    ["javascript:alert(1)", ["address javascript:alert(1)"]],
    ["Thank you.Please read.", ["address you.Please"]],
    ["Dear {persn}", ["unknown persn"]],
    ["By {reviewBy}", ["of_other_mails reviewBy"]],
    ["Dear {person", ["unclosed Dear {person"]],
    ["Dear person}", ["unclosed Dear person}"]],
    ["{{person}}", ["unclosed {}"]],
    ["{ person }", ["unclosed { person }"]],
    ["{constructor}", ["unknown constructor"]],
  ])("may not say “%s”", (words, faults) => {
    expect(faultsOf(words)).toEqual(faults);
  });

  test("are all told of at once, each under its field", () => {
    expect(
      findWordsFaults(
        kind,
        { opening: "{who}", closing: "www.example.org" },
        known,
      ),
    ).toEqual([
      { field: "opening", fault: "unknown", about: "who" },
      { field: "closing", fault: "address", about: "www.example.org" },
    ]);
  });

  test("of a signature have lines, five at most", () => {
    expect(faultsOf("a\nb\nc\nd\ne", signatureKind)).toEqual([]);
    expect(faultsOf("a\nb\nc\nd\ne\nf", signatureKind)).toEqual([
      "too_many_lines",
    ]);
  });

  test("are kept tidy: a paragraph is one line, a signature keeps its lines", () => {
    const typed = {
      opening: " One  line\r\nand more. ",
      closing: "A \r\n B\n",
    };
    expect(tidyWords(kind, typed)).toEqual({
      opening: "One line and more.",
      closing: "A B",
    });
    expect(tidyWords(signatureKind, typed)).toEqual({
      opening: "",
      closing: "A\nB",
    });
    const two = tidyWords(kind, { opening: "One.\n \nTwo.", closing: "" });
    expect(two.opening).toBe("One.\n\nTwo.");
  });

  test("take a fact as it is, its line breaks as spaces, braces in it too", () => {
    const fact = (name: string) =>
      name === "page" ? "A {desk}\r\n$& title" : null;
    expect(fillPlaceholders("{page}: {desk}", fact)).toBe(
      "A {desk} $& title: {desk}",
    );
  });
});
