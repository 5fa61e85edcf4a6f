import type { Node } from "@tiptap/pm/model";
import { Decoration } from "@tiptap/pm/view";
import { initialsOf } from "../../person-ring";
import type { Placed } from "./place-sets";

/** One place as it is drawn: words struck, words that would come, and whose hand it is. */
export function draw(
  doc: Node,
  place: Placed,
  current: string | null,
): Decoration[] {
  const isCurrent = place.key === current;
  const state = [
    `others-hand-${String(place.hand)}`,
    isCurrent ? "others-current" : "",
    place.isTouched ? "others-touched" : "",
  ].join(" ");
  const named = { "data-others": place.key, "aria-details": place.cardId };
  const { from, to } = place;
  const widget = (at: number, side: number) =>
    Decoration.widget(at, () => proposed(doc, place, at, state), {
      ...{ side, ignoreSelection: true, marks: [] },
      key: `${place.key} ${state} ${place.kind === "block" ? "" : place.added}`,
    });
  switch (place.kind) {
    case "new":
      return [widget(from, -1)];
    case "block": {
      const look = `others-block others-block-${place.look} ${state}`;
      const at = firstLine(doc, from, to);
      return [
        ...(isNode(doc, from, to)
          ? [Decoration.node(from, to, { ...named, class: look })]
          : []),
        ...(at === null ? [] : [widget(at, -1)]),
      ];
    }
    case "words": {
      const struck = { ...named, class: `others-removed ${state}` };
      return [
        ...(to > from
          ? [Decoration.inline(from, to, { nodeName: "del", ...struck })]
          : []),
        widget(to, 1),
      ];
    }
  }
}

function isNode(doc: Node, from: number, to: number): boolean {
  const node = from < doc.content.size ? doc.nodeAt(from) : null;
  return node !== null && from + node.nodeSize === to;
}

/** Where the first line of a block begins; null in one without words. */
function firstLine(doc: Node, from: number, to: number): number | null {
  let at: number | null = null;
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, position) => {
    if (at === null && node.isTextblock) at = position + 1;
    return at === null;
  });
  return at;
}

/** What would stand here, said and signed; no part of the text. */
function proposed(
  doc: Node,
  place: Placed,
  at: number,
  state: string,
): HTMLElement {
  const { parent } = doc.resolve(Math.min(at, doc.content.size));
  const outer = element(
    parent.inlineContent ? "span" : (shells[parent.type.name] ?? "div"),
    `others-proposed ${state}`,
  );
  outer.contentEditable = "false";
  outer.dataset["others"] = place.key;
  outer.setAttribute("aria-details", place.cardId);
  const inner =
    outer.tagName === "TR" ? outer.appendChild(element("td", "")) : outer;
  inner.append(element("span", "sr-only", said(place)));
  if (place.kind !== "block" && place.added !== "")
    inner.append(element("ins", "others-added", place.added));
  const sign = element("span", "others-by", initialsOf(place.madeBy));
  sign.setAttribute("aria-hidden", "true");
  inner.append(sign);
  return outer;
}

const shells: Record<string, string> = {
  bulletList: "li",
  orderedList: "li",
  table: "tr",
};

function said(place: Placed): string {
  const { madeBy } = place;
  if (place.kind === "block")
    return place.look === "removed"
      ? `${madeBy} suggests to take this out: `
      : `${madeBy} suggests a change to this: `;
  if (place.added === "")
    return ` ${madeBy} suggests to take these words out. `;
  return ` ${madeBy} suggests here: `;
}

function element(name: string, looks: string, words = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = looks;
  made.textContent = words;
  return made;
}
