import { expect, test } from "vitest";
import { sourceSentences } from "~/checks/source-sentences";
import { emptyContent } from "~/content/empty-content";
import type { Block, Inline } from "~/content/page-content";

const text = (words: string): Inline => ({ type: "text", text: words });
const cite = (id: string): Inline => ({
  ...{ type: "citation", attrs: { scheme: "pmid", id, label: "A trial" } },
});
const paragraph = (id: string, ...content: Inline[]): Block => ({
  ...{ type: "paragraph", attrs: { id }, content },
});
const page = (...content: Block[]) => ({
  ...emptyContent("clinician_page"),
  body: { type: "doc" as const, content },
});

test("a citation names the sentence that it stands in or behind, and no other", () => {
  const content = page(
    paragraph(
      "a",
      ...[text("First. It works"), cite("11"), text(" in most. Second.")],
      ...[cite("22"), text(" Third one.")],
    ),
    paragraph("b", text("Nothing.")),
  );
  const about = (word: string) =>
    sourceSentences(content, ["a", "gone"], { kind: "pmid", words: [word] });
  expect(about("11")).toEqual([
    { blockId: "a", sentences: ["It works in most."] },
  ]);
  expect(about("22")).toEqual([{ blockId: "a", sentences: ["Second."] }]);
});

test("a name is found in whatever letters, and a block without it is shown from its beginning", () => {
  const content = page(
    paragraph("a", text("Crizotinib helps. So does rest.")),
    paragraph("b", text(`${"Long ".repeat(200)}.`)),
  );
  const found = sourceSentences(content, ["a", "b"], {
    ...{ kind: "therapy", words: ["crizotinib"] },
  });
  expect(found[0]).toEqual({ blockId: "a", sentences: ["Crizotinib helps."] });
  expect(found[1]?.sentences[0]).toHaveLength(600);
});
