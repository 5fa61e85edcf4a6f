import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { expect, test } from "vitest";
import { boundariesConfigs } from "./boundaries.js";
import { parseForESLint } from "./imports-parser.js";

/** The linter with the table of rooms and nothing else. */
const eslint = new ESLint({
  cwd: fileURLToPath(new URL("..", import.meta.url).href),
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ["**/*.{ts,tsx,mjs}"],
      languageOptions: { parser: { parseForESLint } },
    },
    ...boundariesConfigs,
  ],
});

async function refusals(file: string, name: string) {
  return refusalsIn(file, `import "${name}";`);
}

/** The lines that the linter refuses. */
async function refusalsIn(file: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result?.messages.map((message) => message.line) ?? [];
}

test.each([
  ["app/domain/a.ts", "zod"],
  ["app/domain/a.ts", "node:crypto"],
  ["app/domain/a.ts", "~/wording/labels"],
  ["app/content/a.ts", "zod"],
  ["app/content/a.ts", "node:crypto"],
  ["app/content/a.server.ts", "node:fs"],
  ["app/lib/a.ts", "~/domain/words"],
  ["app/wording/a.ts", "~/lib/mail-address"],
  ["app/commands/a.server.ts", "pg"],
  ["app/auth/a.server.ts", "@prisma/client"],
  ["app/routes/desk._index.tsx", "pg"],
  ["app/routes/_public._index.tsx", "pg"],
  ["app/routes/_public._index.tsx", "~/data/pools.server"],
  ["app/routes/_public.pages.$slug/route.tsx", "~/data/pools.server"],
  ["app/routes/_public._index.tsx", "~/commands/withdraw.server"],
  ["app/routes/desk._index.tsx", "~/data/generated/client"],
  ["app/components/a.tsx", "pg"],
  ["app/components/a.tsx", "~/lib/environment.server"],
  ["app/components/a.tsx", "~/data/pools.server"],
])("%s may not import %s", async (file, name) => {
  expect(await refusals(file, name)).toEqual([1]);
});

test.each([
  ["app/content/a.ts", "~/domain/words"],
  ["app/content/a.ts", "prosemirror-model"],
  ["app/content/a.server.ts", "node:crypto"],
  ["app/data/a.server.ts", "pg"],
  ["app/importers/a.ts", "mammoth"],
  ["app/wording/a.ts", "~/domain/words"],
  ["app/start/a.mjs", "pg"],
  ["app/root.tsx", "@remix-run/react"],
  ["app/routes/_public._index.tsx", "~/data/public-site.server"],
  ["app/routes/_public.a/route.tsx", "~/commands/report-mistake.server"],
  ["app/routes/desk._index.tsx", "~/data/pools.server"],
  ["app/components/a.tsx", "~/lib/paths"],
])("%s may import %s", async (file, name) => {
  expect(await refusals(file, name)).toEqual([]);
});

test("however a file is imported, the linter sees it, and no comment hides it", async () => {
  const ways = [
    'import type { Label } from "~/wording/labels";',
    'export { labels } from "~/wording/labels";',
    'export type { Label as Same } from "~/wording/labels";',
    'export * from "~/wording/labels";',
    'export const later = async () => (await import("~/wording/labels")).labels;',
    'export const old = (require: (name: string) => unknown) => require("pg");',
    '/* eslint-disable */ import "~/wording/labels"; // eslint-disable-line',
  ];
  const harmless = [
    "// import 'pg'",
    "export const text = 'import \"pg\"';",
    "export type Pool = { import: string; require(name: 'pg'): void };",
  ];
  const code = [...ways, ...harmless].join("\n");
  expect(await refusalsIn("app/domain/a.ts", code)).toEqual(
    ways.map((_, n) => n + 1),
  );
});

test("what cannot be read is refused", async () => {
  expect(await refusalsIn("app/domain/a.ts", "import {")).toHaveLength(1);
});
