import { tableHeadingStyle, wordStyles } from "~/content/word-marks";
import type { Tokens } from "./tokens";
import {
  childElements,
  newRun,
  newTextParagraph,
  wordAttribute,
  wordChild,
  wordElements,
  wordName,
  wordsIn,
} from "./word-xml";

type StyleName = (paragraph: Element) => string | null;

/** The name of a paragraph's style, as people see it in Word. */
export function styleNames(styles: Document | null): StyleName {
  const names = new Map(
    (styles ? wordElements(styles, "style") : []).map((style) => {
      const name = wordChild(style, "name");
      return [
        wordAttribute(style, "styleId"),
        name && wordAttribute(name, "val"),
      ];
    }),
  );
  return (paragraph) => {
    const properties = wordChild(paragraph, "pPr");
    const style = properties && wordChild(properties, "pStyle");
    return names.get(style ? wordAttribute(style, "val") : null) ?? null;
  };
}

const blockOfStyle = new Map<string, string>(
  (
    [
      "keyMessage",
      "whatToDo",
      "questionsToAsk",
      "callout",
      "disclaimer",
      "clinicalScenario",
    ] as const
  ).map((name) => [wordStyles[name], name]),
);

/** Neighbouring paragraphs with the style of a block are one block, outside our controls. */
export function markStyledBlocks(
  document: Document,
  tokens: Tokens,
  styleName: StyleName,
): void {
  const [body] = wordElements(document, "body");
  let depth = 0;
  let open: { name: string; last: Element } | null = null;
  const close = () => {
    const last = open?.last;
    if (!last) return;
    const end = newTextParagraph(last, tokens.add({ kind: "close" }));
    last.parentNode?.insertBefore(end, last.nextSibling);
    open = null;
  };
  for (const element of body ? childElements(body) : []) {
    const [first] = tokens.split(wordsIn(element));
    const kind = typeof first === "object" ? first.kind : null;
    if (kind === "open") depth += 1;
    const isInside = depth > 0;
    if (kind === "close") depth -= 1;
    const style = wordName(element) === "p" ? styleName(element) : null;
    const name = isInside ? undefined : blockOfStyle.get(style ?? "");
    if (open && name !== open.name) close();
    if (name === undefined) continue;
    if (!open) {
      const start = tokens.add({ kind: "open", name, parts: [] });
      body?.insertBefore(newTextParagraph(element, start), element);
    }
    open = { name, last: element };
  }
  close();
}

/** A cell whose words have the style of a table heading is one. */
export function markHeadingCells(
  document: Document,
  tokens: Tokens,
  styleName: StyleName,
): void {
  for (const cell of wordElements(document, "tc")) {
    const paragraph = wordChild(cell, "p");
    if (!paragraph || styleName(paragraph) !== tableHeadingStyle) continue;
    const run = newRun(paragraph, tokens.add({ kind: "heading_cell" }));
    const properties = wordChild(paragraph, "pPr");
    paragraph.insertBefore(
      run,
      properties ? properties.nextSibling : paragraph.firstChild,
    );
  }
}
