import { expect, test } from "vitest";
import { mapAnchors } from "~/content/compare/map-anchor";
import type { Block, Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { paragraph } from "../random-content";

const text = "Annual breast MRI from age 25 to 29 is offered to carriers.";
const words = "MRI from age 25 to 29";
const body = (...content: Block[]): Body => ({ type: "doc", content });

/** The words on which a comment about `words` stands in another body. */
function standsOn(next: Body): string | null {
  const base = body(paragraph("a", text), paragraph("b", "Another block."));
  const start = text.indexOf(words);
  const [place] = mapAnchors(base, next, [
    { blockId: "a", start, end: start + words.length },
  ]);
  const block = next.content.find(({ attrs }) => attrs?.id === place?.blockId);
  return place && block ? blockText(block).slice(place.start, place.end) : null;
}

test("words before and after it do not move a comment off its words", () => {
  const longer = `Most guidelines agree. ${text} Ask the team.`;
  expect(standsOn(body(paragraph("a", longer)))).toBe(words);
});

test("of rewritten words the comment keeps what is left", () => {
  const rewritten = text.replace("25 to 29", "30");
  expect(standsOn(body(paragraph("a", rewritten)))).toBe("MRI from age");
});

test("a comment follows its words into the block that a split made", () => {
  const [before, after] = text.split(" MRI");
  const next = body(
    paragraph("a", before ?? ""),
    paragraph("n", `MRI${after}`),
  );
  expect(standsOn(next)).toBe(words);
});

test("a comment follows its words into the block that took them up", () => {
  const next = body(paragraph("b", `Another block. ${text}`));
  expect(standsOn(next)).toBe(words);
});

test("a comment whose words are gone stands nowhere", () => {
  expect(standsOn(body(paragraph("b", "Another block.")))).toBeNull();
  expect(standsOn(body(paragraph("a", "Nothing of it.")))).toBeNull();
});
