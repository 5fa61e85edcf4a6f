import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axeFile = "../../node_modules/axe-core/axe.min.js";
const axeSource = readFileSync(
  fileURLToPath(new URL(axeFile, import.meta.url).href),
  "utf8",
);

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** How text looks that axe let through, on any screen so far. */
const goodLooks = new Set<string>();

/** WCAG 2.2 A and AA, by axe, on what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await listViolations(page), page.url()).toEqual([]);
}

/** What axe finds against WCAG 2.2 A and AA, each with the elements it is about. */
export async function listViolations(page: Page): Promise<string[]> {
  // Put in once for each screen: the builder would twice at every width.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axeSource);
  const { violations, passed, looks, frames } = await page.evaluate(runAxe, {
    tags: wcag,
    known: [...goodLooks],
  });
  for (const look of looks) goodLooks.add(look);
  expect(passed, "axe looked at something").toBeGreaterThan(5);
  // A mail is shown as mail programs do, where no script may run, not even axe.
  expect(frames, "frames that axe could look into").toBe(0);
  return violations;
}

type Evaluate = (this: object, node: Element, ...rest: unknown[]) => unknown;

/** As much of axe as is used here, its own check of contrast among it. */
type Axe = {
  run: (wish: object) => Promise<AxeResults>;
  configure: (wish: { checks: { id: string; evaluate: Evaluate }[] }) => void;
  commons: { dom: { isVisibleOnScreen: (node: Element) => boolean } };
  _audit: { checks: Record<string, { evaluate: Evaluate }> };
  /** Its own check of contrast, kept here from one width of a screen to the next. */
  judge?: Evaluate;
};

/**
 * Runs in the page. Contrast was most of axe's work, and a hundred rows of a
 * table look alike: text that looks as other text which axe let through, here
 * or on another screen, is not judged again. Looking alike is having the same
 * letters (colour, size, weight, shadow) on the same grounds all the way out,
 * each of which lies round it or does not; what has anything else painted
 * across it is judged in any case.
 */
async function runAxe({ tags, known }: { tags: string[]; known: string[] }) {
  const { axe } = window as unknown as { axe: Axe };
  const check = axe._audit.checks["color-contrast"];
  if (!check) throw new Error("axe has no check of contrast");
  const judge = (axe.judge ??= check.evaluate);
  const good = new Set(known);
  const styles = new Map<Element, CSSStyleDeclaration>();
  const painted = new Map<Element, { ground: string; box: DOMRect }>();
  for (const each of document.querySelectorAll("*")) {
    const style = getComputedStyle(each);
    styles.set(each, style);
    const ground = groundOf(each, style);
    if (ground)
      painted.set(each, { ground, box: each.getBoundingClientRect() });
  }

  function groundOf(element: Element, style: CSSStyleDeclaration) {
    const { backgroundColor, backgroundImage, opacity } = style;
    const { filter, mixBlendMode, clipPath } = style;
    const parts = [
      ...[backgroundColor === "rgba(0, 0, 0, 0)" ? "" : backgroundColor],
      ...[backgroundImage, filter, clipPath].map((is) =>
        is === "none" ? "" : is,
      ),
      opacity === "1" ? "" : opacity,
      mixBlendMode === "normal" ? "" : mixBlendMode,
      /^(img|svg|canvas|video|object|iframe)$/i.test(element.tagName)
        ? element.tagName
        : "",
    ];
    return parts.some(Boolean) ? parts.join("|") : null;
  }

  /** Null where something is painted across it that does not lie round it. */
  function lookOf(element: Element): string | null {
    const range = document.createRange();
    range.selectNodeContents(element);
    const isControl = element.matches("input, select, textarea");
    const text = (isControl ? element : range).getBoundingClientRect();
    const look: string[] = [];
    for (const [other, { ground, box }] of painted) {
      const isAcross =
        box.left < text.right &&
        box.right > text.left &&
        box.top < text.bottom &&
        box.bottom > text.top;
      if (!other.contains(element)) {
        if (isAcross) return null;
        continue;
      }
      const isRound =
        box.left <= text.left &&
        box.right >= text.right &&
        box.top <= text.top &&
        box.bottom >= text.bottom;
      look.push(ground, String(isRound));
    }
    const style = styles.get(element);
    if (!style) return null;
    const { color, fontSize, fontWeight, textShadow } = style;
    look.push(color, fontSize, fontWeight, textShadow);
    look.push(style.webkitTextStroke, style.webkitTextFillColor);
    return look.join("; ");
  }

  axe.configure({
    checks: [
      {
        id: "color-contrast",
        evaluate(node, ...rest) {
          const look = axe.commons.dom.isVisibleOnScreen(node)
            ? lookOf(node)
            : null;
          if (look !== null && good.has(look)) return true;
          const verdict = judge.call(this, node, ...rest);
          if (look !== null && verdict === true) good.add(look);
          return verdict;
        },
      },
    ],
  });
  const { violations, passes } = await axe.run({
    runOnly: tags,
    iframes: false,
    // Of what passes one element each: all of them were megabytes a screen.
    resultTypes: ["violations"],
  });
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`,
    ),
    passed: passes.length,
    looks: [...good].slice(known.length),
    frames: document.querySelectorAll("iframe:not([sandbox=''])").length,
  };
}
