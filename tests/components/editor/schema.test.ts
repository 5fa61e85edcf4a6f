import { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { editorExtensions } from "~/components/editor/extensions";
import { contentSchema, contentSchemaSpec } from "~/content/schema";

test("the editor's schema is the server's: nodes, marks, content and attributes", () => {
  const editor = new Editor({
    element: null,
    extensions: editorExtensions({
      goToToolbar: () => undefined,
      openDialog: () => undefined,
      shed: null,
      say: () => undefined,
      kind: "clinician_page",
    }),
    schemaSpec: contentSchemaSpec,
    content: { type: "doc", content: [{ type: "paragraph" }] },
    injectCSS: false,
  });
  expect(structureOf(editor.schema)).toEqual(structureOf(contentSchema));
  editor.destroy();
});

function structureOf({ nodes, marks }: typeof contentSchema) {
  return {
    nodes: Object.values(nodes).map(({ name, spec }) => ({
      name,
      content: spec.content,
      group: spec.group,
      attrs: Object.entries(spec.attrs ?? {}).map(([attr, rule]) => [
        attr,
        rule.default as unknown,
      ]),
    })),
    marks: Object.values(marks).map(({ name, spec }) => ({
      name,
      excludes: spec.excludes,
      attrs: Object.keys(spec.attrs ?? {}),
    })),
  };
}
