import { expect, test } from "vitest";
import { fillInKnown, leaveOutKnown } from "~/content/known-blocks";
import type { Body } from "~/content/page-content";

const paragraph = (
  id: string | null,
  text: string,
): Body["content"][number] => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});
const body = (...content: Body["content"]): Body => ({ type: "doc", content });

const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(10));
const known = body(paragraph(a ?? "", "one"), paragraph(b ?? "", "two"));

test("a body made short and filled in again is the same", () => {
  const next = body(
    paragraph(b ?? "", "two"),
    paragraph(null, "new"),
    paragraph(a ?? "", "one, changed"),
    paragraph(c ?? "", "three"),
  );
  const short = leaveOutKnown(next, known);
  expect(short.content[0]).toBe(b);
  expect(short.content.filter((block) => typeof block === "string")).toEqual([
    b,
  ]);
  expect(fillInKnown(JSON.parse(JSON.stringify(short)), known)).toEqual(next);
});

test("without anything known nothing is left out", () => {
  expect(leaveOutKnown(known, null)).toEqual(known);
});

test("what is no body, and names that nobody knows, stay for the check to refuse", () => {
  for (const odd of [null, "x", 1, { content: "x" }])
    expect(fillInKnown(odd, known)).toEqual(odd);
  expect(fillInKnown({ type: "doc", content: ["zzz", 3] }, known)).toEqual({
    type: "doc",
    content: ["zzz", 3],
  });
});
