import { element } from "../escape-html";
import type { AnyNode } from "./any-node";

export type Sign = "added" | "removed" | "format";

/** What stands round changed words until the page is HTML: no text may hold these (Unicode noncharacters). */
const opens = { added: "\ufdd0", removed: "\ufdd1", format: "\ufdd2" } as const;
const endOfName = "\ufdd3";
const closes = {
  added: "\ufdd4",
  removed: "\ufdd5",
  format: "\ufdd6",
} as const;
const anySign = /[\ufdd0-\ufdef]/;

/**
 * Some inline content with a sign before and after it. The renderer of pages
 * takes the signs for letters; `withChangeMarks` makes elements of them.
 */
export function signed(
  sign: Sign,
  name: string,
  inlines: readonly AnyNode[],
): AnyNode[] {
  if (inlines.length === 0) return [];
  return [
    { type: "text", text: `${opens[sign]}${name}${endOfName}` },
    ...inlines,
    { type: "text", text: closes[sign] },
  ];
}

/** A text with a sign before and after it, for an attribute that is shown as words. */
export function signedText(sign: Sign, name: string, text: string): string {
  return `${opens[sign]}${name}${endOfName}${text}${closes[sign]}`;
}

/** True when somebody wrote a sign of ours into a text or an attribute. */
export function hasSigns(node: AnyNode): boolean {
  const texts = [node.text, ...Object.values(node.attrs ?? {})];
  return (
    texts.some((text) => typeof text === "string" && anySign.test(text)) ||
    (node.content ?? []).some(hasSigns)
  );
}

/** The node without them. */
export function withoutSigns(node: AnyNode): AnyNode {
  const clean = { ...node };
  if (clean.text !== undefined) clean.text = bare(clean.text);
  if (clean.attrs)
    clean.attrs = Object.fromEntries(
      Object.entries(clean.attrs).map(([name, value]) => [
        name,
        typeof value === "string" ? bare(value) : value,
      ]),
    );
  if (clean.content) clean.content = clean.content.map(withoutSigns);
  return clean;
}

function bare(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, "");
}

const tags = { added: "ins", removed: "del", format: "span" } as const;
const signOf = new Map<string, Sign>([...signsIn(opens), ...signsIn(closes)]);

/**
 * HTML of ours in which the signs become elements: `ins`, `del`, and a span
 * for a change of format, each with words that only a screen reader says.
 * `idOf` gives the element id of a change the first time it is met.
 */
export function withChangeMarks(
  html: string,
  spoken: Record<Sign, string>,
  idOf: (name: string) => string | null,
): string {
  return html.replace(
    /<[^>]*>|([\ufdd0-\ufdd2])([^\ufdd3]*)\ufdd3|([\ufdd4-\ufdd6])/g,
    (found: string, open?: string, name?: string, close?: string) => {
      if (close !== undefined)
        return `</${tags[signOf.get(close) ?? "format"]}>`;
      // In an attribute a sign says nothing.
      if (open === undefined) return found.replace(signInTag, "");
      const sign = signOf.get(open) ?? "format";
      const whole = element(
        tags[sign],
        {
          id: idOf(name ?? ""),
          class: sign === "format" ? "changed-format" : null,
        },
        element("span", { class: "sr-only" }, `${spoken[sign]} `),
      );
      return whole.slice(0, -`</${tags[sign]}>`.length);
    },
  );
}

const signInTag = /[\ufdd0-\ufdd2][^\ufdd3]*\ufdd3|[\ufdd4-\ufdd6]/g;

function signsIn(signs: Record<Sign, string>): [string, Sign][] {
  return [
    [signs.added, "added"],
    [signs.removed, "removed"],
    [signs.format, "format"],
  ];
}
