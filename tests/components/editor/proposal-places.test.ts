import fc from "fast-check";
import { expect, test } from "vitest";
import { proposalPlaces } from "~/components/editor/proposal/proposal-places";
import { giveBlockIds } from "~/content/block-ids";
import { compareBodies } from "~/content/compare/compare-bodies";
import type { Body, PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { contentSchema } from "~/content/schema";
import { randomContent } from "../../content/random-content";

const docOf = (body: Body) => contentSchema.nodeFromJSON(body);

function parsed(value: unknown): PageContent {
  const read = parsePageContent(value);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return giveBlockIds(read.content);
}

test("added words and the place of removed ones are found in the document on the screen", () => {
  const paragraph = (text: string) => ({
    type: "paragraph" as const,
    attrs: { id: "aaaaaaaaaa" },
    content: [{ type: "text" as const, text }],
  });
  const body = (text: string): Body => ({
    type: "doc",
    content: [paragraph(text)],
  });
  const next = body("The risk is 69% by age 80.");
  const comparison = compareBodies(body("The risk is 72% by age 80."), next);
  const doc = docOf(next);
  const places = proposalPlaces(comparison, doc.content.size) ?? [];
  expect(
    places.map((place) =>
      place.kind === "removed"
        ? ["removed", place.words]
        : [place.kind, doc.textBetween(place.from, place.to)],
    ),
  ).toEqual([
    ["removed", "72%"],
    ["words", "69%"],
  ]);
});

test("the places of random proposals always lie inside the document and end where it ends", () => {
  let changes = 0;
  let runs = 0;
  fc.assert(
    fc.property(randomContent, randomContent, (one, other) => {
      const base = parsed(one);
      const taken = base.body.content.slice(1);
      const proposed = parsed(other);
      const body: Body = giveBlockIds({
        ...proposed,
        body: {
          type: "doc",
          content: [...proposed.body.content, ...taken],
        },
      }).body;
      const comparison = compareBodies(base.body, body);
      const { size } = docOf(body).content;
      const places = proposalPlaces(comparison, size);
      expect(places).not.toBeNull();
      for (const place of places ?? [])
        expect(
          place.kind === "removed" ? place.at : place.to,
        ).toBeLessThanOrEqual(size);
      changes += comparison.changes.length;
      runs += 1;
    }),
    { numRuns: 200 },
  );
  console.info(
    `${String(runs)} proposals with ${String(changes)} changes were placed`,
  );
  expect(changes).toBeGreaterThan(200);
}, 60_000);
