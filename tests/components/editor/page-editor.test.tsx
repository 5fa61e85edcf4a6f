import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { nextPlace } from "~/components/editor/use-roving";
import { PageEditor } from "~/components/editor/page-editor";
import { bodyOf } from "./pretend-desk";

test("on the server the box shows the rendered text and loads no editor", () => {
  const html = renderToString(
    <PageEditor
      draftKey="d:p"
      revision={1}
      body={bodyOf("Words")}
      initialHtml='<div class="page-text"><p>Words</p></div>'
      language="en-GB"
      timeZone="Europe/London"
      saveUrl="/save"
      signInUrl="/sign-in"
      genesUrl="/genes"
      figuresUrl="/figures"
      componentsUrl="/components.json"
      kind="clinician_page"
      people={[]}
      penUrl="/pen"
      readUrl="/read"
      suggestUrl={null}
      email="asha@example.org"
    />,
  );
  expect(html).toContain('<div class="page-text"><p>Words</p></div>');
  expect(html).not.toContain("style=");
  expect(html).toContain("Writing needs JavaScript");
});

test("arrow keys go round the toolbar, other keys stay", () => {
  expect(nextPlace("ArrowRight", 4, 5)).toBe(0);
  expect(nextPlace("ArrowLeft", 0, 5)).toBe(4);
  expect(nextPlace("Home", 3, 5)).toBe(0);
  expect(nextPlace("End", 3, 5)).toBe(4);
  expect(nextPlace("a", 3, 5)).toBe(-1);
});
