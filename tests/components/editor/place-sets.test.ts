import { EditorState, type Transaction } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { handsOf } from "~/components/editor/others/hands";
import type { OpenSet } from "~/components/editor/others/open-sets";
import { othersMarks } from "~/components/editor/others/others-marks";
import { isMet, placeSets } from "~/components/editor/others/place-sets";
import type { Body } from "~/content/page-content";
import { contentSchema } from "~/content/schema";
import { openPlaces } from "~/content/suggestions/open-places";
import { standingOf } from "~/content/suggestions/standing";
import { bodyOf } from "./pretend-desk";

const base = bodyOf("The risk is 72% by age 80.", "Offer MRI.", "Last words.");
const proposed = bodyOf("The risk is 69% by age 80.", "Offer yearly MRI.");

const set: OpenSet = {
  ...{ setId: "s", setRevision: 1, madeBy: "Sara Nilsson", madeById: "p" },
  cards: [],
  ...openPlaces(standingOf({ base, proposed, decided: new Map() })),
};

/** What stands at each place on a screen that shows this text. */
function onScreen(body: Body) {
  const doc = contentSchema.nodeFromJSON(body);
  const places = placeSets(
    doc,
    [set],
    () => 0,
    ({ id }) => id,
  );
  return places.map((place) => [
    doc.textBetween(place.from, place.to),
    place.isTouched,
  ]);
}

test("a place is found by its block and its words, whatever was written around them since", () => {
  expect(onScreen(base)).toEqual([
    ["72%", false],
    ["", false],
    ["Last words.", false],
  ]);
  const [first, second, third] = bodyOf(
    "We know more by now. The risk is 72% by age 80, it is thought.",
    "Offer MRI.",
    "Last words.",
  ).content;
  const [above] = bodyOf("A paragraph above.").content;
  if (!first || !second || !third || !above) throw new Error("no blocks");
  const shifted: Body = {
    type: "doc",
    content: [
      { ...above, attrs: { id: "zzzzzzzzzz" } },
      ...[second, first, third],
    ] as Body["content"],
  };
  expect(onScreen(shifted)).toEqual([
    ["72%", false],
    ["", false],
    ["Last words.", false],
  ]);
});

test("a place whose very words changed says so, and one whose block is gone is not drawn", () => {
  const now = bodyOf("The risk is 75% by age 80.", "Offer MRI.");
  expect(onScreen(now)).toEqual([
    ["75%", true],
    ["", false],
  ]);
});

test("typing beside the words of a suggestion touches it, typing elsewhere does not", () => {
  const map = (from: number, to: number) => ({
    forEach: (tell: (a: number, b: number, c: number, d: number) => void) =>
      tell(from, to, from, to + 1),
  });
  expect(isMet(map(5, 5), { from: 5, to: 8 })).toBe(true);
  expect(isMet(map(8, 8), { from: 5, to: 8 })).toBe(true);
  expect(isMet(map(9, 9), { from: 5, to: 8 })).toBe(false);
  expect(isMet(map(2, 4), { from: 5, to: 8 })).toBe(false);
});

test("drawn places move with the text and know when their words are typed in", () => {
  const doc = contentSchema.nodeFromJSON(base);
  const told: Transaction[] = [];
  const plugin = othersMarks({
    onShown: () => undefined,
    onOpen: () => undefined,
  });
  let state = EditorState.create({ doc, plugins: [plugin] });
  const apply = (change: Transaction) => {
    told.push(change);
    state = state.apply(change);
  };
  const places = placeSets(
    doc,
    [set],
    () => 0,
    ({ id }) => id,
  );
  apply(state.tr.setMeta(plugin, { places }));
  const shown = () =>
    plugin
      .getState(state)
      ?.places.map(({ from, to, isTouched }) => [
        state.doc.textBetween(from, to),
        isTouched,
      ]);
  apply(state.tr.insertText("Now: ", 1));
  expect(shown()?.[0]).toEqual(["72%", false]);
  const [risk] = plugin.getState(state)?.places ?? [];
  apply(state.tr.insertText("7", risk?.from, (risk?.from ?? 0) + 1));
  expect(shown()?.[0]?.[1]).toBe(true);
  expect(shown()?.[1]?.[1]).toBe(false);
  expect(told).toHaveLength(3);
});

test("six people have six colours, and each the same while nobody joins before them", () => {
  const people = ["a", "b", "c", "d", "e", "f"].map((madeById) => ({
    madeById,
  }));
  const hands = handsOf(people);
  expect(new Set(hands.values()).size).toBe(6);
  expect(handsOf(people.slice(0, 1)).get("a")).toBe(hands.get("a"));
});
