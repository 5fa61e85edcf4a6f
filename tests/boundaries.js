/**
 * The table of rooms: who may import what. Read by the linter (every import)
 * and by the architecture test (the list of rooms). `domain` is innermost and
 * open to all but `lib`, which knows nothing of ours.
 */

import { fileURLToPath } from "node:url";
import boundaries from "eslint-plugin-boundaries";

const root = fileURLToPath(new URL("..", import.meta.url).href);

/** @type {Record<string, { rooms: string[], packages: boolean | string[] }>} */
export const rooms = {
  domain: { rooms: [], packages: [] },
  content: {
    rooms: ["domain"],
    packages: ["prosemirror-*", "@tiptap/pm", "canonicalize", "diff"],
  },
  checks: { rooms: ["domain", "content"], packages: [] },
  importers: { rooms: ["domain", "content", "lib"], packages: true },
  policy: { rooms: ["domain"], packages: [] },
  wording: { rooms: ["domain"], packages: [] },
  lib: { rooms: [], packages: true },
  data: { rooms: ["domain", "content", "lib"], packages: true },
  commands: {
    rooms: ["domain", "policy", "content", "checks", "data", "lib"],
    packages: true,
  },
  auth: { rooms: ["domain", "data", "policy", "lib"], packages: true },
  mail: { rooms: ["domain", "emails", "data", "lib"], packages: true },
  jobs: {
    rooms: ["domain", "commands", "data", "mail", "lib"],
    packages: true,
  },
  server: { rooms: ["domain", "data", "auth", "jobs", "lib"], packages: true },
  cli: {
    rooms: [
      ...["domain", "content", "wording", "publish"],
      ...["commands", "data", "importers", "checks", "jobs", "lib"],
    ],
    packages: true,
  },
  start: { rooms: ["lib"], packages: true },
  publish: {
    rooms: ["domain", "content", "wording", "lib"],
    packages: true,
  },
  components: {
    rooms: ["domain", "content", "policy", "wording", "lib"],
    packages: true,
  },
  routes: {
    rooms: [
      ...["domain", "content", "checks", "importers", "policy", "wording"],
      ...["commands", "data", "auth", "publish", "components", "lib"],
    ],
    packages: true,
  },
  styles: { rooms: [], packages: true },
};

const everyRoom = [...Object.keys(rooms), "emails", "prisma"];

const elements = [
  ...Object.keys(rooms).map((room) => folder(room, `app/${room}`)),
  folder("emails", "emails"),
  folder("prisma", "prisma"),
  folder("tests", "tests"),
];

const files = [
  { category: "frame", pattern: "app/*.{ts,tsx}" },
  { category: "server-only", pattern: "**/*.server.{ts,tsx}" },
  { category: "public-route", pattern: "app/routes/_public*" },
  { category: "public-route", pattern: "app/routes/_public*/**" },
  {
    category: "public-site-data",
    pattern: "app/data/public-site.server.ts",
  },
  {
    category: "reader-act",
    pattern: "app/commands/report-mistake.server.ts",
  },
  { category: "generated", pattern: "app/data/generated/**" },
];

const packages = { module: { origin: ["external", "core"] } };

/** @param {string} type @param {string} pattern */
function folder(type, pattern) {
  return { type, pattern, partialMatch: false };
}

/** @param {string | string[]} types */
const room = (types) => ({ element: { types } });

/**
 * What files of some places may import. The last policy that speaks of an
 * import decides.
 *
 * @type {{ of: string[], policy: object }[]}
 */
const policies = [
  ...Object.entries(rooms).flatMap(([name, may]) => [
    {
      of: [name],
      policy: { from: room(name), allow: { to: room([name, ...may.rooms]) } },
    },
    ...(may.packages === true
      ? [packages]
      : [may.packages || []]
          .flat()
          .map((source) => ({ module: { origin: "external", source } }))
    ).map((to) => ({
      of: [name],
      policy: { from: room(name), allow: { to } },
    })),
  ]),
  {
    // A hash is a pure function of its text, but Node's is a core module.
    of: ["content"],
    policy: {
      from: {
        element: { types: "content" },
        file: { categories: "server-only" },
      },
      allow: { to: { module: { origin: "core", source: "node:crypto" } } },
    },
  },
  {
    of: ["emails"],
    policy: {
      from: room("emails"),
      allow: { to: [room(["emails", "domain", "wording"]), packages] },
    },
  },
  {
    of: ["prisma", "tests"],
    policy: {
      from: room(["prisma", "tests"]),
      allow: {
        to: [
          room([...everyRoom, "tests"]),
          packages,
          { file: { categories: "frame" } },
        ],
      },
    },
  },
  {
    of: ["frame"],
    policy: {
      from: { file: { categories: "frame" } },
      allow: {
        to: [
          room(["components", "wording", "domain", "lib", "styles"]),
          packages,
        ],
      },
    },
  },
  {
    of: ["components"],
    policy: {
      from: room("components"),
      disallow: { to: { file: { categories: "server-only" } } },
      message: "A component is given its data; it never reads any.",
    },
  },
  {
    of: ["routes"],
    policy: {
      from: { file: { categories: "public-route" } },
      disallow: { to: room(["data", "commands", "auth", "importers"]) },
      message:
        "A public route reads app/data/public-site.server.ts only, and acts by app/commands/report-mistake.server.ts alone.",
    },
  },
  {
    of: ["routes"],
    policy: {
      from: { file: { categories: "public-route" } },
      allow: {
        to: { file: { categories: ["public-site-data", "reader-act"] } },
      },
    },
  },
  ...everyRoom
    .filter((name) => !["data", "start", "prisma"].includes(name))
    .map((name) => ({
      of: [name],
      policy: {
        from: room(name),
        disallow: {
          to: [
            { file: { categories: "generated" } },
            {
              module: {
                origin: "external",
                source: ["pg", "pg-*", "@prisma/*"],
              },
            },
          ],
        },
        message: "app/data is the only door to the database.",
      },
    })),
];

/** Where the files of each place are. */
const places = {
  ...Object.fromEntries(
    Object.keys(rooms).map((name) => [name, `app/${name}/**/*`]),
  ),
  ...{ emails: "emails/**/*", prisma: "prisma/**/*", tests: "tests/**/*" },
  frame: "app/*",
};

const code = "{ts,tsx,js,mjs}";

/**
 * The linter tries each policy on each import, so that a file is given those of
 * its own place only: with all of them it was the longest part of the lint.
 *
 * @type {import("eslint").Linter.Config[]}
 */
export const boundariesConfigs = [
  {
    files: [`{app,emails,prisma,tests}/**/*.${code}`],
    plugins: { boundaries },
    settings: {
      "boundaries/root-path": root,
      "boundaries/elements": elements,
      "boundaries/files": files,
      "import/resolver": {
        typescript: { alwaysTryTypes: true, project: `${root}tsconfig.json` },
      },
    },
    rules: {
      "boundaries/no-unknown-files": "error",
      "boundaries/dependencies": ["error", refusing([])],
    },
  },
  ...Object.entries(places).map(([name, pattern]) => ({
    files: [`${pattern}.${code}`],
    rules: {
      "boundaries/dependencies": /** @type {["error", object]} */ ([
        "error",
        refusing(policies.filter(({ of }) => of.includes(name))),
      ]),
    },
  })),
];

/** @param {{ policy: object }[]} of */
function refusing(of) {
  return {
    default: "disallow",
    checkAllOrigins: true,
    policies: of.map(({ policy }) => policy),
  };
}
