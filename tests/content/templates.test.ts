import { describe, expect, test } from "vitest";
import { runChecks } from "~/checks";
import { noReference } from "~/checks/reference";
import { giveBlockIds } from "~/content/block-ids";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent, Paragraph } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { plainText } from "~/content/plain-text";
import { renderHtml } from "~/content/render-html";
import { promptsFor } from "~/content/templates/prompts-for";
import { templateBody } from "~/content/templates/template-body";
import { pageKinds, type PageKind } from "~/domain/words";

const begun = (kind: PageKind): PageContent =>
  giveBlockIds({ ...emptyContent(kind), body: templateBody(kind) });
const say = (text: string): Paragraph => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});
const blocking = (content: PageContent) =>
  runChecks(content, noReference, "2026-03-02").findings.filter(
    ({ severity, rule }) => severity === "blocks" && rule !== "P2",
  );

describe.each(pageKinds)("the template of a %s", (kind) => {
  const content = begun(kind);
  const prompts = promptsFor(content.body, kind);

  test("is a valid document with a prompt for every empty block", () => {
    expect(parsePageContent(content)).toMatchObject({ ok: true });
    const blocks = content.body.content.filter(
      ({ type }) => type !== "heading",
    );
    expect(prompts.map(({ blockId }) => blockId)).toEqual(
      blocks.map(({ attrs }) => attrs?.id),
    );
    for (const { index, blockId } of prompts)
      expect(content.body.content[index]?.attrs?.id).toBe(blockId);
  });

  test("holds no word of its prompts, as text or as HTML", () => {
    for (const { prompt } of prompts) {
      expect(plainText(content)).not.toContain(prompt);
      expect(renderHtml(content)).not.toContain(prompt);
    }
  });

  test("cannot be published unfilled, nor with any one part of it unfilled", () => {
    expect(blocking(content)).not.toEqual([]);
    const filled = content.body.content.map(fill);
    const whole = { ...content, body: { ...content.body, content: filled } };
    expect(blocking(whole)).toEqual([]);
    expect(promptsFor(whole.body, kind)).toEqual([]);
    for (const { index } of prompts) {
      const gap = filled.map((block, at) =>
        at === index ? (content.body.content[index] ?? block) : block,
      );
      const page = { ...content, body: { ...content.body, content: gap } };
      const isOpeningParagraph =
        gap[index]?.type === "paragraph" && index === 0;
      if (!isOpeningParagraph) expect(blocking(page)).not.toEqual([]);
      expect(promptsFor(page.body, kind).map((each) => each.index)).toEqual([
        index,
      ]);
    }
  });
});

test("a prompt goes with its section, and stays away from one of other words", () => {
  const heading = (text: string): Block => ({
    type: "heading",
    attrs: { level: 2 },
    content: [{ type: "text", text }],
  });
  const body = (...content: Block[]) => ({ type: "doc" as const, content });
  const empty: Block = { type: "paragraph" };
  expect(
    promptsFor(body(say("x"), heading(" the GENE "), empty), "clinician_page"),
  ).toEqual([
    {
      index: 2,
      blockId: null,
      prompt:
        "What the gene does, and how a change in it leads to disease. About 120 words.",
    },
  ]);
  expect(promptsFor(body(heading("History"), empty), "clinician_page")).toEqual(
    [],
  );
  expect(
    promptsFor(body(heading("The gene"), say("x"), empty), "clinician_page"),
  ).toEqual([]);
});

function fill(block: Block): Block {
  switch (block.type) {
    case "paragraph":
      return { ...block, ...say("Words."), attrs: block.attrs };
    case "keyMessage":
    case "whatToDo":
    case "questionsToAsk":
      return { ...block, content: [say("Words.")] };
    case "faqItem":
      return {
        ...block,
        content: [
          {
            type: "faqQuestion",
            content: [{ type: "text", text: "Is it so?" }],
          },
          { type: "faqAnswer", content: [say("It is.")] },
        ],
      };
    default:
      return block;
  }
}
