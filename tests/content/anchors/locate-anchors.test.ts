import { expect, test } from "vitest";
import type { Anchor } from "~/content/anchors/anchor";
import { locateAnchors } from "~/content/anchors/locate-anchors";
import { makeAnchor } from "~/content/anchors/make-anchor";
import { renderMarked } from "~/content/anchors/mark-places";
import { emptyContent } from "~/content/empty-content";
import { blockIdOf, type Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { renderHtml } from "~/content/render-html";
import { randomFrom } from "../compare/random";
import { randomPage as randomBody } from "../compare/random-pages";
import { editOnce, wordsRange, type Edited } from "./edits";
import { bodyOf, randomPage } from "./prose";

const paragraphs = (...texts: string[]): Body =>
  bodyOf(texts.map((text, n) => ({ id: `para${"abcdef"[n]}aaaaa`, text })));

const first = "Offer annual MRI to carriers from the age of 30 years.";
const anchorOf = (body: Body, quotation: string): Anchor => {
  const anchor = makeAnchor(body, {
    ...{ blockId: "paraaaaaaa", quotation, start: null },
  });
  if (!anchor) throw new Error("the words are not there");
  return anchor;
};

const placed = (base: Body, next: Body, quotation: string) => {
  const [place] = locateAnchors(base, next, [anchorOf(base, quotation)]);
  const block = next.content.find((one) => blockIdOf(one) === place?.blockId);
  return place && block && blockText(block).slice(place.start, place.end);
};

test("a comment stays on its words when the text round them is written anew", () => {
  const base = paragraphs(first, "Refer early.");
  const next = paragraphs(
    "For carriers aged 25 and over, annual MRI to detect early disease is offered.",
    "Refer early.",
  );
  expect(placed(base, next, "annual MRI")).toBe("annual MRI");
});

test("a comment goes with its words into a new block", () => {
  const base = paragraphs(first, "Refer early.");
  const next = bodyOf([
    { id: "otheraaaaa", text: "Refer early." },
    { id: "newaaaaaaa", text: first },
  ]);
  expect(placed(base, next, "carriers from the age of 30")).toBe(
    "carriers from the age of 30",
  );
});

test("a comment whose words are gone is at no place at all", () => {
  const base = paragraphs(first, "Refer early.");
  const next = paragraphs("Screening is offered.", "Refer early.");
  expect(placed(base, next, "annual MRI to carriers")).toBeNull();
});

test("through comparison and quotation together hardly any comment goes astray", () => {
  const random = randomFrom(77);
  const runs = 600;
  const counted = { right: 0, lost: 0, wrong: 0 };
  for (let run = 0; run < runs; run += 1) {
    const page = randomPage(random);
    const block = page[random(page.length)];
    if (!block) throw new Error("the page has no block");
    const [start, end] = wordsRange(random, block.text, 1 + random(18));
    const anchor = makeAnchor(bodyOf(page), {
      ...{ blockId: block.id, start },
      quotation: block.text.slice(start, end),
    });
    if (!anchor) throw new Error("the words are not there");
    let ids = 0;
    let edited: Edited = { page, truth: { id: block.id, start, end } };
    for (let edit = 0; edit < 5; edit += 1)
      edited = editOnce(random, edited, () => {
        ids += 1;
        return `added${String(ids).padStart(5, "a")}`;
      });
    const next = bodyOf(edited.page);
    const [place] = locateAnchors(bodyOf(page), next, [anchor]);
    const { truth } = edited;
    const overlaps =
      place?.blockId === truth?.id &&
      (place?.start ?? 0) < (truth?.end ?? 0) &&
      (truth?.start ?? 0) < (place?.end ?? 0);
    if (!place) counted[truth && end - start > 30 ? "lost" : "right"] += 1;
    else counted[overlaps ? "right" : "wrong"] += 1;
  }
  const { right, lost, wrong } = counted;
  console.info(
    `comments over five edits: ${String(runs)} tried, ${String(right)} in place, ${String(lost)} lost, ${String(wrong)} at a wrong place`,
  );
  expect(right / runs).toBeGreaterThanOrEqual(0.96);
  expect(wrong).toBeLessThanOrEqual(runs / 200);
});

test("marks stand at the very words and change nothing else of the page", () => {
  const random = randomFrom(9);
  let marked = 0;
  for (let run = 0; run < 300; run += 1) {
    const body = randomBody(random);
    const content = { ...emptyContent("gene_summary"), body };
    const marks = body.content.flatMap((block) => {
      const blockId = blockIdOf(block);
      const text = blockText(block);
      if (blockId === null || text.trim() === "") return [];
      const [start, end] = wordsRange(random, text, random(6));
      return [{ blockId, start, end, cardId: "card", name: "A comment" }];
    });
    const html = renderMarked(content, marks);
    marked += html.split("<mark").length - 1;
    const bare = html
      .replace(/<a class="comment-point"[^>]*>\d+<\/a>/g, "")
      .replace(/<\/?mark[^>]*>/g, "");
    expect(bare).toBe(renderHtml(content));
  }
  const content = { ...emptyContent("gene_summary"), body: paragraphs(first) };
  const [place] = locateAnchors(null, content.body, [
    anchorOf(content.body, "annual MRI"),
  ]);
  if (!place) throw new Error("the words are not there");
  expect(
    renderMarked(content, [{ ...place, cardId: "c1", name: "Why" }]),
  ).toContain(
    'Offer <mark class="comment-mark" id="at-c1" aria-details="c1">annual MRI</mark><a class="comment-point" href="#c1" aria-label="Why">1</a> to',
  );
  console.info(`marks: ${String(marked)} stretches on 300 random pages`);
  expect(marked).toBeGreaterThan(300);
});
