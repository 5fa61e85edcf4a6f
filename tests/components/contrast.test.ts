import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(
  new URL("../../app/styles/theme.css", import.meta.url),
  "utf8",
);
const [lightCss = "", darkCss = ""] = css.split("prefers-color-scheme: dark");
const light = tokensOf(lightCss);
const themes = { light, dark: new Map([...light, ...tokensOf(darkCss)]) };

const grounds = ["paper", "desk"];
const statuses = [
  ...["draft", "review", "changes", "approved", "scheduled", "live"],
  "overdue",
];
const texts = ["ink", "ink-2", "ink-3", "petrol", "petrol-deep", ...statuses];
const onWash = [
  ...["added", "removed", "comment", "moved", "petrol", "changes"].map(
    (name): [string, string] => [name, `${name}-wash`],
  ),
  ["ink", "well"],
  ["ink-2", "well"],
  ["ink", "removed-wash"],
  ["overdue", "removed-wash"],
  ["ink", "comment-wash"],
  ["ink", "comment-pale"],
  ["ink-2", "comment-pale"],
  ["comment", "comment-pale"],
  ["ink-2", "petrol-wash"],
  ["on-petrol", "petrol"],
  ["on-petrol", "petrol-deep"],
  ["rail-ink", "rail"],
  ["rail-ink-2", "rail"],
  ["rail-ink", "rail-here"],
  ["rail-ink-2", "rail-here"],
] satisfies [string, string][];

describe.each(Object.entries(themes))("in the %s theme", (_name, tokens) => {
  const pairs = [
    ...texts.flatMap((text) =>
      grounds.map((ground): [string, string] => [text, ground]),
    ),
    ...onWash,
  ];

  test.each(pairs)("%s can be read on %s", (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test("edges of controls stand out from every ground", () => {
    for (const ground of grounds)
      expect(contrast(tokens, "edge", ground)).toBeGreaterThanOrEqual(3);
  });

  test("the focus mark is seen against its ring or against the ground", () => {
    expect(contrast(tokens, "focus", "focus-ring")).toBeGreaterThanOrEqual(3);
  });
});

test("the contrasts that the design measured are those of the tokens", () => {
  const measured = [
    ["ink", "paper", 16.6],
    ["ink-2", "desk", 7.4],
    ["ink-3", "desk", 5.1],
    ["petrol", "paper", 8.4],
    ["added", "added-wash", 6.4],
    ["removed", "removed-wash", 6.9],
    ["comment", "comment-wash", 5.5],
    ["moved", "moved-wash", 7],
  ] as const;
  for (const [text, ground, stated] of measured)
    expect(Math.abs(contrast(light, text, ground) - stated)).toBeLessThan(0.15);
});

function tokensOf(source: string): Map<string, string> {
  const found = source.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = "", hex = ""]) => [name, hex]));
}

/** WCAG 2.2 contrast ratio of two tokens. */
function contrast(tokens: Map<string, string>, a: string, b: string): number {
  const [high, low] = [luminance(tokens.get(a)), luminance(tokens.get(b))].sort(
    (one, other) => other - one,
  );
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error("no such token");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
