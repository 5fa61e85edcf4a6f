import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { replacementsBetween } from "~/components/editor/save-differences";
import { ServerIds } from "~/components/editor/server-ids";
import type { Block, Body } from "~/content/page-content";
import { contentSchema } from "~/content/schema";

const words = fc
  .array(fc.constantFrom("one", "two", "three", "BRCA1", "p.Gly12Asp"), {
    maxLength: 8,
  })
  .map((all) => all.join(" "));
const inlines = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: words
        .filter((text) => text !== "")
        .map((text) => ({ type: "text" as const, text })),
    },
    {
      weight: 1,
      arbitrary: fc.constant({
        type: "text" as const,
        text: " bold ",
        marks: [{ type: "bold" as const }],
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constant({
        type: "gene" as const,
        attrs: { symbol: "BRCA1", hgncId: null },
      }),
    },
  ),
  { maxLength: 4 },
);
const paragraph = inlines.map((content) => ({
  type: "paragraph" as const,
  content,
}));
const list = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .map((items) => ({
    type: "bulletList" as const,
    content: items.map((item) => ({
      type: "listItem" as const,
      content: [item],
    })),
  }));
const table = fc
  .array(fc.tuple(paragraph, paragraph), { minLength: 1, maxLength: 3 })
  .map((rows) => ({
    type: "table" as const,
    attrs: { caption: "" },
    content: rows.map((cells) => ({
      type: "tableRow" as const,
      content: cells.map((content) => ({
        type: "tableCell" as const,
        attrs: { colspan: 1, rowspan: 1 },
        content: [content],
      })),
    })),
  }));
const box = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content) => ({ type: "whatToDo" as const, content }));
const heading = fc.tuple(words, fc.constantFrom(2, 3)).map(([text, level]) => ({
  type: "heading" as const,
  attrs: { level },
  content: text === "" ? [] : [{ type: "text" as const, text }],
}));
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  ...[list, table, box, heading].map((arbitrary) => ({ weight: 1, arbitrary })),
);
const id = fc.constantFrom(
  null,
  ..."abcdefgh".split("").map((letter) => letter.repeat(10)),
);
const body = fc
  .array(fc.tuple(block, id), { minLength: 1, maxLength: 7 })
  .map((blocks): Body => {
    const taken = new Set<string>();
    return {
      type: "doc",
      content: blocks.map(([one, wanted]) => {
        const own = wanted === null || taken.has(wanted) ? null : wanted;
        if (own !== null) taken.add(own);
        return {
          ...one,
          attrs: { ...("attrs" in one ? one.attrs : {}), id: own },
        } as Block;
      }),
    };
  });
const nodeOf = (one: Body): Node => contentSchema.nodeFromJSON(one);

/** Two texts, the second made from the first: some blocks changed, gone or new. */
const pair = fc
  .tuple(body, body, fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }))
  .map(([one, other, fates]): [Body, Body] => {
    const content = one.content.flatMap((kept, index) => {
      const next = other.content[index] ?? kept;
      const fate = fates[index] ?? 0;
      if (fate === 9) return [];
      if (fate === 8) return [kept, withId(next, null)];
      return fate === 7 ? [withId(next, kept.attrs?.id ?? null)] : [kept];
    });
    return [
      one,
      { type: "doc", content: content.length > 0 ? content : one.content },
    ];
  });
const withId = (one: Block, id: string | null): Block =>
  ({ ...one, attrs: { ...one.attrs, id } }) as Block;

test("from any text the other is reached, word by word", () => {
  let runs = 0;
  let places = 0;
  fc.assert(
    fc.property(pair, ([one, other]) => {
      const state = EditorState.create({ doc: nodeOf(one) });
      const ids = new ServerIds();
      ids.noteSent(state.doc);
      const change = ids.merged(state, other);
      if (change === "busy") throw new Error("nobody typed");
      expect(state.apply(change).doc.toJSON()).toEqual(nodeOf(other).toJSON());
      places += replacementsBetween(nodeOf(one), nodeOf(other)).length;
      runs += 1;
    }),
    { numRuns: 600 },
  );
  console.log(
    `${runs} pairs of texts, ${places} places changed, 0 texts missed`,
  );
  expect(places).toBeGreaterThan(500);
}, 60_000);

test("what is typed while the other text is on its way stays, with the cursor behind it", () => {
  const seen = { merged: 0, busy: 0 };
  fc.assert(
    fc.property(pair, fc.nat(9_999), ([one, other], where) => {
      let state = EditorState.create({ doc: nodeOf(one) });
      const ids = new ServerIds();
      ids.noteSent(state.doc);
      const places: number[] = [];
      state.doc.descendants((node, position) => {
        if (node.isTextblock)
          for (let at = 0; at <= node.content.size; at += 1)
            places.push(position + 1 + at);
        return !node.isTextblock;
      });
      const place = places[where % places.length] ?? 1;
      const typed = state.tr
        .setSelection(TextSelection.create(state.doc, place))
        .insertText("typedHere");
      ids.noteTransaction(typed);
      state = state.apply(typed);
      const change = ids.merged(state, other);
      if (change === "busy") {
        seen.busy += 1;
        return;
      }
      state = state.apply(change);
      seen.merged += 1;
      expect(state.doc.textContent.split("typedHere")).toHaveLength(2);
      const { $head } = state.selection;
      expect($head.parent.textBetween(0, $head.parentOffset, "", "_")).toMatch(
        /typedHere$/,
      );
    }),
    { numRuns: 600 },
  );
  console.log(
    `typing while it comes: ${seen.merged} brought in, ${seen.busy} put off, 0 words lost`,
  );
  expect(seen.merged).toBeGreaterThan(200);
  expect(seen.busy).toBeGreaterThan(20);
}, 60_000);
