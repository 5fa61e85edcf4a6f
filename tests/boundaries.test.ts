import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { parser as typescript } from "typescript-eslint";
import { expect, test } from "vitest";
import { boundariesConfigs } from "./boundaries.js";

/** The linter with the table of rooms and nothing else. */
const eslint = new ESLint({
  cwd: fileURLToPath(new URL("..", import.meta.url).href),
  overrideConfigFile: true,
  overrideConfig: [
    { files: ["**/*.{ts,tsx}"], languageOptions: { parser: typescript } },
    ...boundariesConfigs,
  ],
});

async function refusals(file: string, ...imports: string[]) {
  const code = imports.map((name) => `import "${name}";`).join("\n");
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
