import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Lock = { packages: Record<string, { version?: string }> };

test("there is one copy of prosemirror-model, and of every other part of ProseMirror", () => {
  const url = new URL("../../../package-lock.json", import.meta.url);
  const { packages } = JSON.parse(readFileSync(url, "utf8")) as Lock;
  const copies = new Map<string, string[]>();
  for (const path of Object.keys(packages)) {
    const name = /node_modules\/(prosemirror-[a-z-]+)$/.exec(path)?.[1];
    if (name) copies.set(name, [...(copies.get(name) ?? []), path]);
  }
  console.log(`ProseMirror: ${String(copies.size)} packages, one copy of each`);
  expect(copies.get("prosemirror-model")).toEqual([
    "node_modules/prosemirror-model",
  ]);
  for (const [name, paths] of copies) expect(paths, name).toHaveLength(1);
  expect(copies.size).toBeGreaterThan(8);
});
