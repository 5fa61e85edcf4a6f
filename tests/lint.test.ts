import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url).href);
const folder = await mkdtemp(join(tmpdir(), "desk-lint-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the faults below speak of. */
const given = `declare const promised: () => Promise<number>;
declare const word: "a" | "b";
declare const numbers: number[];
declare const counts: Record<string, number>;
declare const perhaps: () => { deep?: { count: number } } | null;
declare const add: (...terms: number[]) => void;
declare const two: 2;
`;

/** A line for each rule that it has to refuse. */
const faults: Record<string, string> = {
  "no-console": 'console.log("a");',
  eqeqeq: "export const same = two == 3;",
  "no-eval": 'eval("1");',
  "typescript/no-implied-eval": 'setTimeout("later()", 1);',
  "object-shorthand": "export const object = { two: two };",
  "prefer-const": "let never = 1; export { never };",
  "no-var": "export var old = 1;",
  "prefer-rest-params": "export function f() { return arguments[0]; }",
  "prefer-spread": "add.apply(undefined, numbers);",
  "no-array-constructor": "export const list = new Array(1, 2);",
  "no-unused-expressions": "two + 1;",
  "no-unused-vars": "const unused = 1;",
  "no-useless-constructor": "export class A { constructor() {} one = 1; }",
  "typescript/ban-ts-comment": "// @ts-expect-error\nexport const e: 1 = 2;",
  "typescript/consistent-type-imports":
    'import { Map as M } from "./other"; export type N = M;',
  "typescript/no-duplicate-enum-values": "export enum Twice { A = 1, B = 1 }",
  "typescript/no-dynamic-delete": "delete counts[word];",
  "typescript/no-empty-object-type": "export type Empty = {};",
  "typescript/no-explicit-any": "export type Anything = any;",
  "typescript/no-extra-non-null-assertion": "export const b = perhaps()!!;",
  "typescript/no-extraneous-class": "export class S { static one = 1; }",
  "typescript/no-invalid-void-type": "export type V = void | string;",
  "typescript/no-misused-new": "export interface I { new (): I; }",
  "typescript/no-namespace": "export namespace Space { export const a = 1; }",
  "typescript/no-non-null-asserted-nullish-coalescing":
    "export const c = perhaps()! ?? 1;",
  "typescript/no-non-null-asserted-optional-chain":
    "export const d = perhaps()?.deep!;",
  "typescript/no-non-null-assertion": "export const g = perhaps()!;",
  "typescript/no-require-imports": 'export const h = require("node:fs");',
  "typescript/no-this-alias":
    "export function i(this: unknown) { const self = this; return self; }",
  "typescript/no-unnecessary-type-constraint":
    "export const j = <T extends unknown>(t: T) => t;",
  "typescript/no-unsafe-declaration-merging":
    "export interface K { a: 1 }\nexport class K { b = 1; }",
  "typescript/no-unsafe-function-type": "export type L = Function;",
  "typescript/no-wrapper-object-types": "export type O = String;",
  "typescript/prefer-as-const": 'export const p = "p" as "p";',
  "typescript/prefer-literal-enum-member": "export enum Q { A = two }",
  "typescript/prefer-namespace-keyword":
    "export declare module R { const a: 1; }",
  "typescript/triple-slash-reference": '/// <reference path="./other.ts" />',
  "typescript/unified-signatures":
    "export function t(a: number): void;\nexport function t(a: string): void;\nexport function t(_a: unknown): void {}",
  "typescript/await-thenable": "export async function u() { await two; }",
  "typescript/no-floating-promises": "promised();",
  "typescript/no-misused-promises": "if (promised()) throw new Error();",
  "typescript/no-unnecessary-type-assertion": "export const w = two as 2;",
  "typescript/return-await":
    "export async function x() { try { return promised(); } catch { return 1; } }",
  "typescript/switch-exhaustiveness-check":
    'switch (word) { case "a": break; }',
};

test("each rule of the linter, those of types too, refuses its fault", async () => {
  const text = await readFile(join(root, ".oxlintrc.json"), "utf8");
  const config = JSON.parse(text) as { rules: Record<string, unknown> };
  expect(Object.keys(faults).sort()).toEqual(Object.keys(config.rules).sort());
  const files = Object.entries(faults).map(([rule, fault], n) => ({
    name: `fault-${String(n)}.ts`,
    rule,
    // A reference has to come first.
    text: fault.startsWith("///") ? fault : `${given}${fault}`,
  }));
  await Promise.all([
    writeFile(
      join(folder, "tsconfig.json"),
      await readFile(join(root, "tsconfig.json"), "utf8").then(alone),
    ),
    writeFile(join(folder, "other.ts"), "export class Map {}"),
    writeFile(join(folder, "wrong-type.ts"), 'export const a: 1 = "a";'),
    writeFile(
      join(folder, "silenced.ts"),
      "// eslint-disable-next-line no-console\nexport const b = 1;",
    ),
    ...files.map(({ name, text }) => writeFile(join(folder, name), text)),
  ]);
  const found = await lint();
  const rulesIn = (name: string) =>
    found.filter((each) => each.file === name).map(({ rule }) => rule);
  const missed = files.filter(
    ({ name, rule }) => !rulesIn(name).includes(rule.split("/").at(-1)),
  );
  expect(missed.map(({ rule }) => rule)).toEqual([]);
  expect(rulesIn("wrong-type.ts")).toEqual(["TS2322"]);
  expect(rulesIn("silenced.ts")).toHaveLength(1);
  console.info(
    `lint: ${files.length} rules, each with the fault that it finds`,
  );
});

/** The desk's own settings of the compiler, for a folder without its packages. */
function alone(tsconfig: string): string {
  const { compilerOptions } = JSON.parse(tsconfig) as {
    compilerOptions: object;
  };
  return JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] } });
}

type Found = { file: string; rule: string | undefined };

async function lint(): Promise<Found[]> {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const output = await new Promise<string>((resolve) => {
    // It ends with 1 where it finds anything.
    execFile(
      process.execPath,
      [oxlint, "--format", "json", folder],
      { cwd: root, maxBuffer: 2 ** 26 },
      (_, stdout) => resolve(stdout),
    );
  });
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { filename: string; code?: string }[];
  };
  return diagnostics.map(({ filename, code }) => ({
    file: basename(filename),
    rule: /\((.+)\)/.exec(code ?? "")?.[1],
  }));
}
