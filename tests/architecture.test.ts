import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { rooms } from "./boundaries.js";

const root = fileURLToPath(new URL("..", import.meta.url).href);

/** What a tool insists on finding at the top, besides the rooms. */
const topLevel = [
  ...["app", "emails", "prisma", "public", "tests"],
  ...["package.json", "package-lock.json", "tsconfig.json"],
  ...["remix.config.js", "vite.config.ts", "prisma.config.ts"],
  ...["README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"],
  "CONTRIBUTING.md",
];
/** Made by our own commands, and ignored by Git. */
const made = ["node_modules", "build", "coverage"];

const allFiles = filesUnder("app")
  .concat(filesUnder("emails"), filesUnder("prisma"), filesUnder("tests"))
  .filter((file) => !/^(app\/data\/generated|tests\/results)\//.test(file));
const source = allFiles.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
const appSource = source.filter((file) => file.startsWith("app/"));

test("the scan sees the code it judges", () => {
  expect(appSource.length).toBeGreaterThan(100);
});

test("nothing stands at the top that the house has no place for", () => {
  const found = readdirSync(root).filter((name) => !name.startsWith("."));
  expect(
    found.filter((name) => ![...topLevel, ...made].includes(name)),
  ).toEqual([]);
});

test("the rooms of app are those of the table, and the linter knows each", () => {
  const found = readdirSync(join(root, "app"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "decisions")
    .map((entry) => entry.name);
  expect(found.filter((name) => !(name in rooms))).toEqual([]);
});

test("every room says in a README what belongs in it", () => {
  const folders = [
    ...Object.keys(rooms).map((room) => `app/${room}`),
    ...["emails", "prisma", "tests"],
  ].filter((folder) => existsSync(join(root, folder)));
  const without = folders.filter(
    (folder) => !existsSync(join(root, folder, "README.md")),
  );
  expect(without).toEqual([]);
});

test("files are named in kebab-case, and none is a drawer for anything", () => {
  const drawers = /^(utils?|helpers?|misc|manager|common|v\d+)\b/;
  const odd = allFiles.filter((file) => {
    const name = basename(file);
    if (/^(README\.md|\.gitkeep|\.stamp)$/.test(name)) return false;
    if (file.startsWith("app/routes/")) return false;
    if (file.startsWith("prisma/migrations/")) return false;
    return !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name) || drawers.test(name);
  });
  expect(odd).toEqual([]);
});

test("no file of the app is longer than 250 lines", () => {
  const long = appSource
    .map((file) => [file, read(file).split("\n").length - 1] as const)
    .filter(([, lines]) => lines > 250);
  expect(long).toEqual([]);
});

test("the clock is an argument: no inner room asks the machine for the time", () => {
  const inner = ["domain", "policy", "content", "checks", "commands", "data"];
  const clocks = /new Date\(\s*\)|Date\.now\(|performance\.now\(/;
  const asking = appSource
    .filter((file) => inner.some((room) => file.startsWith(`app/${room}/`)))
    .filter((file) => clocks.test(read(file)));
  expect(asking).toEqual([]);
});

test("whether a review is overdue, the database says: nothing here compares its day", () => {
  const compared = [
    // nextReviewDue < today, next_review_due < day.today; not "within 90 days of today".
    /\b\w*(?<![rR])[dD]ue\b\s*(<|>=?)\s*[\w($]/,
    /\b\w*(?<![rR])[dD]ue\b\s*<=\s*[\w.]*\btoday\b(?!\s*\+)/,
    /\btoday\b\)?\s*[<>]=?\s*[\w.]*(?<![rR])[dD]ue\b/,
  ];
  const found = source
    .filter((file) => /^(app|emails)\//.test(file))
    .flatMap((file) =>
      read(file)
        .split("\n")
        .filter((line) => compared.some((pattern) => pattern.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
  const samples = ["if (due < today)", "today > page.nextReviewDue", "x.due <= desk.today()"]; // prettier-ignore
  for (const sample of samples)
    expect(compared.some((pattern) => pattern.test(sample))).toBe(true);
});

test("only app/data reaches the database, besides what starts and seeds it", () => {
  const door = /from "(pg|@prisma\/[a-z-]+|~\/data\/generated[^"]*)"/;
  const allowed = ["app/data/", "app/start/"];
  const reaching = source
    .filter((file) => file.startsWith("app/") || file.startsWith("emails/"))
    .filter((file) => !allowed.some((room) => file.startsWith(room)))
    .filter((file) => door.test(read(file)));
  expect(reaching).toEqual([]);
});

test("what a public route reads connects as the public role alone", () => {
  const reading = read("app/data/public-site.server.ts");
  expect(reading).toContain("publicPool");
  expect(reading).not.toMatch(/\b(appPool|authPool|checksPool|prisma)\(/);
});

test("every exported function of the inner rooms states its rule", () => {
  const inner = ["domain", "policy", "content", "checks"];
  const files = appSource.filter((file) =>
    inner.some((room) => file.startsWith(`app/${room}/`)),
  );
  expect(files.flatMap(exportsWithoutDoc)).toEqual([]);
});

test("one copy of prosemirror-model is installed, or documents of one are strangers to the other", () => {
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, unknown>;
  };
  const copies = Object.keys(lock.packages).filter((path) =>
    path.endsWith("node_modules/prosemirror-model"),
  );
  expect(copies).toEqual(["node_modules/prosemirror-model"]);
});

test("every version in package.json is exact", () => {
  const { dependencies, devDependencies } = JSON.parse(
    read("package.json"),
  ) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(loose).toEqual([]);
});

function exportsWithoutDoc(file: string): string[] {
  const parsed = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  return parsed.statements
    .filter(ts.isFunctionDeclaration)
    .filter((statement) =>
      statement.modifiers?.some(
        ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
      ),
    )
    .filter((statement) => {
      const text = parsed.text.slice(statement.pos, statement.end).trimStart();
      return !text.startsWith("/*");
    })
    .map((statement) => `${file}: ${statement.name?.text ?? "default"}`);
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {
    withFileTypes: true,
    recursive: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
