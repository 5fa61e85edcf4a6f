import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import {
  fittingInsertions,
  insertMenu,
} from "~/components/editor/insert-choices";
import { findSign } from "~/components/editor/suggest-plugin";
import { contentSchema } from "~/content/schema";

/** A page of one paragraph with the cursor behind these words. */
function typed(words: string, behind = ""): EditorState {
  const content = words + behind;
  const doc = contentSchema.nodeFromJSON({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: content === "" ? [] : [{ type: "text", text: content }],
      },
    ],
  });
  const state = EditorState.create({ doc });
  const change: Transaction = state.tr.setSelection(
    TextSelection.create(doc, 1 + words.length),
  );
  return state.apply(change);
}

describe("signs that ask for a list", () => {
  test("a slash at the start of an empty paragraph asks for blocks", () => {
    expect(findSign(typed("/"), true)).toMatchObject({
      kind: "blocks",
      query: "",
    });
    expect(findSign(typed("/key m"), true)).toMatchObject({
      kind: "blocks",
      query: "key m",
      from: 1,
      to: 7,
    });
  });

  test("a slash among words, or before some, asks for nothing", () => {
    expect(findSign(typed("and/or"), true)).toBeNull();
    expect(findSign(typed("/", "later words"), true)).toBeNull();
    expect(findSign(typed("30/40"), true)).toBeNull();
  });

  test("a hash and a letter ask for a gene, also after a bracket", () => {
    expect(findSign(typed("in #ros"), true)).toMatchObject({
      kind: "genes",
      query: "ros",
      from: 4,
      to: 8,
    });
    expect(findSign(typed("(#HLA-B"), true)).toMatchObject({
      kind: "genes",
      query: "HLA-B",
    });
    expect(findSign(typed("exon #2"), true)).toBeNull();
    expect(findSign(typed("a#b"), true)).toBeNull();
    expect(findSign(typed("## "), true)).toBeNull();
  });

  test("an at sign asks for the credited, where there are any; an address does not", () => {
    expect(findSign(typed("by @am"), true)).toMatchObject({
      kind: "people",
      query: "am",
    });
    expect(findSign(typed("by @am"), false)).toBeNull();
    expect(findSign(typed("desk@example"), true)).toBeNull();
  });
});

describe("the slash menu", () => {
  const names = (query: string, isInside = false, hasFigures = true) =>
    fittingInsertions(query, isInside, hasFigures).map(({ name }) => name);

  test("finds by label before it finds by other words", () => {
    expect(names("que")).toEqual(["questionsToAsk", "faqItem"]);
    expect(names("cal")).toEqual(["callout"]);
    expect(names("drug")).toEqual(["therapy"]);
    expect(names("HGVS")).toEqual(["variant"]);
    expect(names("nothing of the kind")).toEqual([]);
  });

  test("leaves out inside a block what stands by itself", () => {
    expect(names("")).toContain("keyMessage");
    expect(names("", true)).not.toContain("keyMessage");
    expect(names("", true)).toContain("gene");
    expect(names("").length).toBeGreaterThan(18);
  });

  test("offers a figure to those only who may give an image", () => {
    expect(names("image")).toEqual(["figure"]);
    expect(names("image", false, false)).toEqual([]);
    const menu = (hasFigures: boolean) =>
      insertMenu(() => undefined, hasFigures).map(({ name }) => name);
    expect(menu(true)).toContain("figure");
    expect(menu(false)).not.toContain("figure");
    expect(menu(true)).toHaveLength(menu(false).length + 1);
  });
});
