import fc from "fast-check";
import { expect, test } from "vitest";
import { giveBlockIds } from "~/content/block-ids";
import type { Body, PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { contentSchema } from "~/content/schema";
import { openPlaces } from "~/content/suggestions/open-places";
import { standingOf } from "~/content/suggestions/standing";
import { randomContent } from "./random-content";

const bodyOf = (...texts: string[]): Body => ({
  type: "doc",
  content: texts.map((text, index) => ({
    type: "paragraph",
    attrs: { id: "abcdefgh"[index]?.repeat(10) ?? "" },
    content: [{ type: "text", text }],
  })),
});

/** What stands at the places, and what would stand there. */
function shownOf(
  base: Body,
  proposed: Body,
  decided: ReadonlyMap<string, "accepted" | "declined"> = new Map(),
) {
  const { blocks, places } = openPlaces(
    standingOf({ base, proposed, decided }),
  );
  return places.map((place) => {
    if (place.kind === "between") return ["after", place.after, place.added];
    const block = blocks.find(({ attrs }) => attrs?.id === place.blockId);
    const doc = contentSchema.nodeFromJSON({ type: "doc", content: [block] });
    if (place.kind === "new") return ["new", place.added];
    const words = doc.textBetween(place.from, place.to);
    return place.kind === "words"
      ? ["words", words, place.added]
      : [place.look, words];
  });
}

test("words that would change, go or come are found where they stand in the draft", () => {
  const base = bodyOf("The risk is 72% by age 80.", "Offer MRI.", "Old.");
  const proposed = bodyOf("The risk is 69% by age 80.", "Offer yearly MRI.");
  proposed.content.splice(1, 0, {
    type: "paragraph",
    attrs: { id: "nnnnnnnnnn" },
    content: [{ type: "text", text: "A sentence of its own kind." }],
  });
  expect(shownOf(base, proposed)).toEqual([
    ["words", "72%", "69%"],
    ["after", "aaaaaaaaaa", "A sentence of its own kind."],
    ["words", "", "yearly "],
    ["removed", "Old."],
  ]);
});

test("what was accepted counts as the draft's words, what was declined as if never said", () => {
  const base = bodyOf("The risk is 72% by age 80, or 44% by age 50.");
  const proposed = bodyOf("The lifetime risk is 69% by age 80, or 45% by 50.");
  const { open } = standingOf({ base, proposed, decided: new Map() });
  const idOf = (after: string) =>
    open.find((change) => change.after.includes(after))?.id ?? "";
  const decided = new Map([
    [idOf("lifetime"), "accepted" as const],
    [idOf("69%"), "declined" as const],
  ]);
  expect(shownOf(base, proposed, decided)[0]).toEqual(["words", "44%", "45%"]);
});

test("a split item of a list and two joined paragraphs have their places", () => {
  const item = (text: string, id: string) => ({
    type: "listItem",
    content: [
      { type: "paragraph", attrs: { id }, content: [{ type: "text", text }] },
    ],
  });
  const list = (...content: object[]) =>
    parsed({
      type: "doc",
      content: [{ type: "bulletList", attrs: { id: "l".repeat(10) }, content }],
    });
  const whole = "Offer yearly imaging to all carriers. Ask about the family.";
  const one = list(item(whole, "i".repeat(10)));
  const two = list(
    item("Offer yearly imaging to all carriers.", "i".repeat(10)),
    item("Ask about the family.", "j".repeat(10)),
  );
  for (const [base, proposed] of [
    [one, two],
    [two, one],
  ] as const)
    expect(shownOf(base, proposed).length).toBeGreaterThan(0);
  const joined = shownOf(
    bodyOf("Offer yearly imaging to carriers.", "Ask about the family too."),
    bodyOf("Offer yearly imaging to carriers. Ask about the family too."),
  );
  expect(joined.length).toBeGreaterThan(0);
});

function parsed(body: object): Body {
  return read({ ...empty, body }).body;
}

function read(value: unknown): PageContent {
  const found = parsePageContent(value);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return giveBlockIds(found.content);
}

const empty = fc.sample(randomContent, { numRuns: 1, seed: 1 })[0] as object;

test("of random sets, half decided, every open change has a place, and none lies outside its block", () => {
  let placed = 0;
  fc.assert(
    fc.property(
      randomContent,
      randomContent,
      fc.array(fc.constantFrom("accepted", "declined", "open"), {
        minLength: 1,
        maxLength: 9,
      }),
      (one, other, verdicts) => {
        const base = read(one);
        const content = [
          ...read(other).body.content,
          ...base.body.content.slice(1),
        ];
        const proposed = giveBlockIds({
          ...base,
          body: { type: "doc", content },
        }).body;
        const all = standingOf({
          ...{ base: base.body, proposed, decided: new Map() },
        });
        const decided = new Map<string, "accepted" | "declined">();
        for (const [index, { id }] of all.open.entries()) {
          const verdict = verdicts[index % verdicts.length] ?? "open";
          if (verdict !== "open") decided.set(id, verdict);
        }
        const standing = standingOf({ base: base.body, proposed, decided });
        const { blocks, places } = openPlaces(standing);
        expect(new Set(places.map(({ changeId }) => changeId))).toEqual(
          new Set(standing.open.map(({ id }) => id)),
        );
        for (const place of places) {
          if (place.kind === "between") continue;
          const block = blocks.find(({ attrs }) => attrs?.id === place.blockId);
          const doc = { type: "doc", content: [block] };
          const { size } = contentSchema.nodeFromJSON(doc).content;
          const to = place.kind === "new" ? place.at : place.to;
          expect(to).toBeLessThanOrEqual(size);
        }
        placed += places.length;
      },
    ),
    { numRuns: 200 },
  );
  console.info(`${String(placed)} places of random sets were found`);
  expect(placed).toBeGreaterThan(20);
}, 60_000);
