import fc from "fast-check";
import { expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import type { PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { blockTexts } from "~/content/plain-text";
import { references } from "~/content/references";
import { randomContent } from "../../content/random-content";
import { thereAndBack } from "../there-and-back";

const words = (content: PageContent) =>
  blockTexts(content)
    .map(({ text: said }) => said.replace(/\s+/g, " ").trim())
    .filter((said) => said !== "");

test("no random page loses a word or a source on the way to Word and back", async () => {
  let blocks = 0;
  let pages = 0;
  await fc.assert(
    fc.asyncProperty(randomContent, async (random) => {
      const parsed = parsePageContent(random);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const before = giveBlockIds(parsed.content);
      if (words(before).length === 0) return;
      const after = await thereAndBack(before);
      expect(words(after).join(" ")).toBe(words(before).join(" "));
      const ids = (page: PageContent) =>
        references(page).map(({ citation }) => citation.id);
      expect(ids(after)).toEqual(ids(before));
      pages += 1;
      blocks += before.body.content.length;
    }),
    { numRuns: 100 },
  );
  console.info(`${String(pages)} pages of ${String(blocks)} blocks came back`);
  expect(pages).toBeGreaterThan(60);
});
