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
  { category: "generated", pattern: "app/data/generated/**" },
];

const packages = { module: { origin: ["external", "core"] } };

/** @param {string} type @param {string} pattern */
function folder(type, pattern) {
  return { type, pattern, partialMatch: false };
}

/** @param {string | string[]} types */
const room = (types) => ({ element: { types } });

/** The last policy that speaks of an import decides. */
const policies = [
  ...Object.entries(rooms).flatMap(([name, may]) => [
    { from: room(name), allow: { to: room([name, ...may.rooms]) } },
    ...(may.packages === true
      ? [{ from: room(name), allow: { to: packages } }]
      : [may.packages || []].flat().map((source) => ({
          from: room(name),
          allow: { to: { module: { origin: "external", source } } },
        }))),
  ]),
  {
    // A hash is a pure function of its text, but Node's is a core module.
    from: {
      element: { types: "content" },
      file: { categories: "server-only" },
    },
    allow: { to: { module: { origin: "core", source: "node:crypto" } } },
  },
  {
    from: room("emails"),
    allow: { to: [room(["emails", "domain", "wording"]), packages] },
  },
  {
    from: room(["prisma", "tests"]),
    allow: {
      to: [
        room([...everyRoom, "tests"]),
        packages,
        { file: { categories: "frame" } },
      ],
    },
  },
  {
    from: { file: { categories: "frame" } },
    allow: {
      to: [
        room(["components", "wording", "domain", "lib", "styles"]),
        packages,
      ],
    },
  },
  {
    from: room("components"),
    disallow: { to: { file: { categories: "server-only" } } },
    message: "A component is given its data; it never reads any.",
  },
  {
    from: { file: { categories: "public-route" } },
    disallow: { to: room(["data", "commands", "auth", "importers"]) },
    message: "A public route reads app/data/public-site.server.ts only.",
  },
  {
    from: { file: { categories: "public-route" } },
    allow: { to: { file: { categories: "public-site-data" } } },
  },
  {
    from: room(
      everyRoom.filter((name) => !["data", "start", "prisma"].includes(name)),
    ),
    disallow: {
      to: [
        { file: { categories: "generated" } },
        { module: { origin: "external", source: ["pg", "pg-*", "@prisma/*"] } },
      ],
    },
    message: "app/data is the only door to the database.",
  },
];

/** @type {import("eslint").Linter.Config} */
export const boundariesConfig = {
  files: ["app/**/*.{ts,tsx,js,mjs}", "emails/**", "prisma/**", "tests/**"],
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
    "boundaries/dependencies": [
      "error",
      { default: "disallow", checkAllOrigins: true, policies },
    ],
  },
};
