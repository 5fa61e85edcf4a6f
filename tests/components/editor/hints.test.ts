import { describe, expect, test } from "vitest";
import { drawHints } from "~/components/editor/extensions/hints";
import type { Body } from "~/content/page-content";
import { contentSchema } from "~/content/schema";
import { promptsFor } from "~/content/templates/prompts-for";
import { templateBody } from "~/content/templates/template-body";

/** The words drawn over a body, and the body's own. */
function hintsOver(body: Body, hasTemplate: boolean) {
  const doc = contentSchema.nodeFromJSON(body);
  const ask = (now: Body) => promptsFor(now, "patient_qa");
  const drawn = drawHints(doc, hasTemplate ? ask : null).find();
  const words = drawn.flatMap((each) => {
    // A decoration keeps what it draws to itself, but a test may look.
    const { type } = each as unknown as {
      type: { attrs: Record<string, string> };
    };
    return type.attrs["data-placeholder"] ?? type.attrs["data-lacks"] ?? [];
  });
  return { words, json: JSON.stringify(doc.toJSON()) };
}

const question = (asked: string, answered: string): Body => ({
  type: "doc",
  content: [
    {
      type: "faqItem",
      content: [
        {
          type: "faqQuestion",
          content: asked ? [{ type: "text", text: asked }] : [],
        },
        {
          type: "faqAnswer",
          content: [
            {
              type: "paragraph",
              content: answered ? [{ type: "text", text: answered }] : [],
            },
          ],
        },
      ],
    },
  ],
});

describe("words that stand where something can be written", () => {
  test("every empty part of a template says what is wanted, and none of it is in the page", () => {
    const body = templateBody("patient_qa");
    const { words, json } = hintsOver(body, true);
    const prompts = promptsFor(body, "patient_qa");
    expect(prompts.length).toBeGreaterThan(3);
    for (const { prompt } of prompts) {
      expect(words).toContain(prompt);
      expect(json).not.toContain(prompt);
    }
  });

  test("a question without its answer has a quiet sign, and so has an answer without its question", () => {
    expect(hintsOver(question("Why?", ""), false).words).toContain(
      "Needs an answer",
    );
    expect(hintsOver(question("", "Because."), false).words).toContain(
      "Needs a question",
    );
    expect(hintsOver(question("Why?", "Because."), false).words).toEqual([]);
  });
});
