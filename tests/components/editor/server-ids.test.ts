import { EditorState } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { ServerIds, fromDeskMeta } from "~/components/editor/server-ids";
import type { Body } from "~/content/page-content";
import { contentSchema } from "~/content/schema";

const paragraph = (
  text: string,
  id: string | null,
): Body["content"][number] => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});
const stateOf = (...content: Body["content"]) =>
  EditorState.create({
    doc: contentSchema.nodeFromJSON({ type: "doc", content }),
  });
const idsOf = (state: EditorState) =>
  state.doc.children.map((block) => block.attrs.id as unknown);

test("ids find their blocks after words were typed before them", () => {
  const ids = new ServerIds();
  let state = stateOf(paragraph("one", "a"), paragraph("two", null));
  ids.noteSent(state.doc);
  const typed = state.tr.insertText("xyz ", 1);
  ids.noteTransaction(typed);
  state = state.apply(typed);
  const given = ids.given(state, {
    type: "doc",
    content: [paragraph("one", "a"), paragraph("two", "b")],
  });
  expect(given?.getMeta(fromDeskMeta)).toBe(true);
  expect(given?.getMeta("addToHistory")).toBe(false);
  expect(given && idsOf(state.apply(given))).toEqual(["a", "b"]);
});

test("a block that was deleted or became another meanwhile gets none", () => {
  const ids = new ServerIds();
  let state = stateOf(paragraph("one", null), paragraph("two", null));
  ids.noteSent(state.doc);
  const change = state.tr.delete(0, 5);
  ids.noteTransaction(change);
  state = state.apply(change);
  const given = ids.given(state, {
    type: "doc",
    content: [paragraph("one", "a"), paragraph("two", "b")],
  });
  expect(given && idsOf(state.apply(given))).toEqual(["b"]);
});

test("of two blocks with one id the later takes its new one", () => {
  const ids = new ServerIds();
  const state = stateOf(paragraph("one", "a"), paragraph("copy", "a"));
  ids.noteSent(state.doc);
  const given = ids.given(state, {
    type: "doc",
    content: [paragraph("one", "a"), paragraph("copy", "c")],
  });
  expect(given && idsOf(state.apply(given))).toEqual(["a", "c"]);
});

test("nothing is dispatched when every id is there", () => {
  const ids = new ServerIds();
  const state = stateOf(paragraph("one", "a"));
  ids.noteSent(state.doc);
  expect(
    ids.given(state, { type: "doc", content: [paragraph("one", "a")] }),
  ).toBeNull();
});
