/**
 * A parser for the rules about rooms, which look at imports and at nothing
 * else: a file is its imports, re-exports, `import()` and `require()`, each
 * where it stands. Comments are left out, so that none can silence a rule.
 */

import { parseSync, Visitor } from "oxc-parser";

/** @typedef {{ type: string, start: number, end: number }} Node */

const visitorKeys = {
  Program: ["body"],
  ...{ ImportDeclaration: ["source"], ImportExpression: ["source"] },
  ...{ ExportAllDeclaration: ["source"], ExportNamedDeclaration: ["source"] },
  ...{ CallExpression: ["arguments"], Literal: [] },
};

/**
 * What ESLint asks of a parser.
 *
 * @param {string} code
 * @param {{ filePath: string }} options
 */
export function parseForESLint(code, { filePath }) {
  const { program, errors } = parseSync(filePath, code);
  if (errors[0]) throw new SyntaxError(errors[0].message);
  const lines = lineStarts(code);
  /** @template {Node} T @param {T} node */
  const place = (node) => ({
    ...node,
    range: [node.start, node.end],
    loc: { start: at(lines, node.start), end: at(lines, node.end) },
  });
  /** @type {Node[]} */
  const body = [];
  /** @param {Node & { source: Node | null }} node */
  const keep = (node) => {
    if (!node.source) return;
    body.push({ ...place(node), ...{ source: place(node.source) } });
  };
  new Visitor({
    ...{ ImportDeclaration: keep, ImportExpression: keep },
    ...{ ExportAllDeclaration: keep, ExportNamedDeclaration: keep },
    CallExpression(node) {
      if (node.callee.type !== "Identifier" || node.callee.name !== "require")
        return;
      body.push({
        ...place(node),
        ...{ arguments: node.arguments.map(place) },
      });
    },
  }).visit(program);
  return {
    ast: { ...place(program), body, tokens: [], comments: [] },
    visitorKeys,
  };
}

/**
 * Where each line begins.
 *
 * @param {string} code
 */
function lineStarts(code) {
  const starts = [0];
  for (
    let end = code.indexOf("\n");
    end >= 0;
    end = code.indexOf("\n", end + 1)
  )
    starts.push(end + 1);
  return starts;
}

/**
 * @param {number[]} lines
 * @param {number} offset
 */
function at(lines, offset) {
  const line = lines.findLastIndex((start) => start <= offset);
  return { line: line + 1, column: offset - (lines[line] ?? 0) };
}
