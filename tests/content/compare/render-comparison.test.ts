import { describe, expect, test } from "vitest";
import { compareBodies } from "~/content/compare/compare-bodies";
import { renderComparison } from "~/content/compare/render-comparison";
import type { Block } from "~/content/page-content";
import { edited } from "./random-edits";
import { randomFrom } from "./random";
import { randomPage, valid } from "./random-pages";

const words = {
  spoken: { added: "added:", removed: "removed:", format: "format:" },
  added: "Added",
  removed: "Removed",
  movedHere: "Moved here",
  movedAway: "Moved from here",
  note: ({ kind }: { kind: string }) => `Note: ${kind}`,
  unchanged: (blocks: number) => `${blocks} unchanged`,
};
const render = (base: Block[], proposed: Block[], foldsUnchanged = false) =>
  renderComparison(compareBodies(valid(base), valid(proposed)), {
    words,
    foldsUnchanged,
  });
const paragraph = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});

describe("a comparison shows", () => {
  test("changed words in place, said aloud, once each with the id of the change", () => {
    const html = render(
      [paragraph("a", "Give 5 mg daily.")],
      [paragraph("a", "Give 10 mg daily.")],
    );
    expect(html).toMatch(
      /^<p>Give <del id="change-c\w+"><span class="sr-only">removed: <\/span>5 mg<\/del><ins><span class="sr-only">added: <\/span>10 mg<\/ins> daily\.<\/p>$/,
    );
  });

  test("a new block and one that is gone under a word", () => {
    const html = render(
      [paragraph("a", "Stays as it is."), paragraph("b", "Goes away now.")],
      [
        paragraph("a", "Stays as it is."),
        paragraph("c", "Something else entirely."),
      ],
    );
    expect(html).toContain(
      '<p class="change-label">Removed</p><del><p>Goes away now.</p></del>',
    );
    expect(html).toContain(
      '<p class="change-label">Added</p><ins><p>Something else entirely.</p></ins>',
    );
  });

  test("a move at both places, a change of kind as a note", () => {
    const html = render(
      [
        paragraph("a", "First one here."),
        paragraph("b", "Second one."),
        paragraph("c", "Third."),
      ],
      [
        {
          ...paragraph("b", "Second one."),
          type: "heading",
          attrs: { id: "b", level: 2 },
        },
        paragraph("c", "Third."),
        paragraph("a", "First one here."),
      ] as Block[],
    );
    expect(html).toContain("Moved from here");
    expect(html).toContain("Moved here");
    expect(html).toContain("Note: retype</p><h2>Second one.</h2>");
  });

  test("bold and italic as format, not as words that came and went", () => {
    const bold: Block = {
      type: "paragraph",
      attrs: { id: "a" },
      content: [
        { type: "text", text: "Ask " },
        { type: "text", text: "the", marks: [{ type: "bold" }] },
        { type: "text", text: " team" },
      ],
    };
    const html = render([paragraph("a", "Ask the team")], [bold]);
    expect(html).toContain('class="changed-format"');
    expect(html).not.toContain("<ins");
  });

  test("a split with a sign where the block now ends", () => {
    const html = render(
      [paragraph("a", "One sentence here. Another sentence there.")],
      [
        paragraph("a", "One sentence here."),
        paragraph("b", "Another sentence there."),
      ],
    );
    expect(html.match(/<p>/g)).toHaveLength(2);
    expect(html).toContain("¶");
  });

  test("three blocks or more in a row without a change folded, when asked", () => {
    const same = ["a", "b", "c"].map((id) => paragraph(id, `Same ${id}.`));
    const html = render(
      [...same, paragraph("d", "Old words.")],
      [...same, paragraph("d", "New words.")],
      true,
    );
    expect(html).toContain("<summary>3 unchanged</summary>");
  });
});

test("signs that somebody typed mark nothing", () => {
  const typed = "\ufdd0x\ufdd3<script>alert(1)</script>\ufdd4 \ufdd1y\ufdd3";
  const html = render(
    [paragraph("a", typed)],
    [paragraph("a", `${typed} and more`)],
  );
  expect(html).not.toContain("<script>");
  expect(html.match(/<ins/g)).toHaveLength(1);
  expect(html.match(/<\/ins>/g)).toHaveLength(1);
  expect(html).not.toMatch(/[\ufdd0-\ufdef]/);
});

test("every random comparison is well-formed and leaves no sign behind", () => {
  let rendered = 0;
  for (let run = 0; run < 300; run += 1) {
    const random = randomFrom(4_242 + run);
    const base = randomPage(random);
    const comparison = compareBodies(base, edited(base, 5, random));
    const html = renderComparison(comparison, {
      words,
      foldsUnchanged: run % 2 === 0,
    });
    expect(html, `run ${run}`).not.toMatch(/[\ufdd0-\ufdef]/);
    requireBalanced(html, run);
    for (const { id } of comparison.changes)
      expect(
        html.split(`"change-${id}"`).length,
        `run ${run}: ${id}`,
      ).toBeLessThanOrEqual(2);
    rendered += 1;
  }
  console.log(`${rendered} random comparisons rendered, every element closed`);
  expect(rendered).toBeGreaterThanOrEqual(300);
}, 60_000);

function requireBalanced(html: string, run: number): void {
  const open: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(
    /<(\/?)([a-z0-9]+)[^>]*>/g,
  )) {
    if (["br", "img", "hr"].includes(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) throw new Error(`run ${run}: </${name}>`);
  }
  expect(open, `run ${run}`).toEqual([]);
}
