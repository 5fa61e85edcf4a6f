import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import { canonicalContent } from "~/content/canonical";
import { changedBlocks } from "~/content/changed-blocks";
import { contentSha256 } from "~/content/content-hash.server";
import { harmsOfChange } from "~/content/harmless-change";
import { markTable, nodeTable } from "~/content/node-table";
import type { PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { blockTexts } from "~/content/plain-text";
import { renderHtml } from "~/content/render-html";
import { contentSchema } from "~/content/schema";
import { randomContent } from "../random-content";

const runs = { numRuns: 300 };
const parsedContent = randomContent.map(parsed);

describe("any content that the schema allows", () => {
  test("reads back from its canonical form as itself", () => {
    const allows = fc.property(parsedContent, (content) => {
      const text = canonicalContent(content);
      const again = parsePageContent(JSON.parse(text));
      expect(again).toEqual({ ok: true, content, cleaned: [] });
      expect(canonicalContent(parsed(JSON.parse(text)))).toBe(text);
    });
    fc.assert(allows, runs);
  });

  test("is allowed by ProseMirror too, and comes back from it unchanged", () => {
    const allows = fc.property(parsedContent, (content) => {
      const doc = contentSchema.nodeFromJSON(content.body);
      doc.check();
      const back = parsePageContent({ ...content, body: doc.toJSON() });
      expect(back).toEqual({ ok: true, content, cleaned: [] });
    });
    fc.assert(allows, runs);
  });

  test("hashes to the SHA-256 of its canonical form in UTF-8", () => {
    const hashes = fc.property(parsedContent, (content) => {
      const bytes = Buffer.from(canonicalContent(content), "utf8");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(contentSha256(content)).toBe(sha256);
    });
    fc.assert(hashes, runs);
  });

  test("gets unique ids once, and keeps them", () => {
    const gives = fc.property(parsedContent, (content) => {
      const given = giveBlockIds(content);
      const ids = blockTexts(given).map(({ id }) => id);
      expect(ids.every((id) => /^[a-z2-7]{10}$/.test(id))).toBe(true);
      expect(new Set(ids).size).toBe(content.body.content.length);
      expect(giveBlockIds(given)).toEqual(given);
      expect(parsed(given)).toEqual(given);
      expect(changedBlocks(given, given)).toEqual([]);
      expect(harmsOfChange(given, given)).toEqual([]);
    });
    fc.assert(gives, runs);
  });

  test("renders only the tags, attributes and links that we write", () => {
    const renders = fc.property(parsedContent, (content) => {
      requireOurHtml(renderHtml(content));
      requireOurHtml(
        renderHtml(content, { citations: "named", figures: "readers" }),
      );
    });
    fc.assert(renders, runs);
  });
});

test("the random pages hold every kind of node and mark", () => {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (value instanceof Object) {
      if ("type" in value && typeof value.type === "string")
        found.add(value.type);
      Object.values(value).forEach(look);
    }
  };
  fc.sample(parsedContent, 1_000).forEach(({ body }) => look(body));
  const missing = [...Object.keys(nodeTable), ...Object.keys(markTable)].filter(
    (name) => !found.has(name),
  );
  expect(missing).toEqual([]);
  console.info(`random pages hold ${found.size} kinds of node and mark`);
});

/** Throws when it was refused: the generator makes allowed content only. */
function parsed(value: unknown): PageContent {
  const result = parsePageContent(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.content;
}

const ourTags =
  /^(a|blockquote|br|caption|cite|div|em|figcaption|figure|h2|h3|i|img|li|ol|p|section|span|strong|sub|sup|table|tbody|td|th|thead|time|tr|ul)$/;
const ourAttributes =
  /^(alt|aria-label|aria-labelledby|class|colspan|data-code|data-hgnc-id|datetime|decoding|dir|height|href|id|lang|loading|role|rowspan|scope|src|start|tabindex|title|translate|width)$/;

/** Reads the HTML with a pattern of its own: what does not fit it is a hole. */
function requireOurHtml(html: string): void {
  const strange: string[] = [];
  const outside = html.replace(
    /<\/?([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g,
    (_, tag: string, attributes: string) => {
      if (!ourTags.test(tag)) strange.push(tag);
      for (const [, name = "", value = ""] of attributes.matchAll(
        / ([a-z-]+)="([^"]*)"/g,
      )) {
        if (!ourAttributes.test(name)) strange.push(name);
        if (name === "href" && !/^(https?:|mailto:|#)/.test(value))
          strange.push(value);
        if (name === "src" && !/^(\/desk)?\/figures\/[0-9a-f]{64}$/.test(value))
          strange.push(value);
      }
      return "";
    },
  );
  expect(strange).toEqual([]);
  expect(outside).not.toMatch(/[<>"']/);
}
