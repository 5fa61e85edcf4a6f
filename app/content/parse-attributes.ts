import {
  hrefRule,
  urlRule,
  type AttributeRule,
  type AttributeValue,
} from "./attribute-rules";
import { cleanText } from "./characters";
import { isRecord } from "./problems";
import type { Walk } from "./parse-body";

const utf8 = new TextEncoder();

/**
 * The attributes of a node or mark in stored form: all that its table names
 * and no other. The id of a block is kept only where a block stands, directly
 * under the body.
 */
export function readAttributes(
  walk: Walk,
  rules: Record<string, AttributeRule>,
  value: unknown,
  path: string,
  { keepsBlockId }: { keepsBlockId: boolean },
): Record<string, AttributeValue> | null {
  const { report } = walk;
  const given = value ?? {};
  if (!isRecord(given))
    return report.refuse(
      `${path}.attrs`,
      "not_an_object",
      "Attributes are an object.",
    );
  for (const name of Object.keys(given))
    if (!Object.hasOwn(rules, name))
      report.refuse(
        `${path}.attrs`,
        "unknown_field",
        `There is no attribute “${cleanText(name.slice(0, 40)).text}” here.`,
      );
  const stored: Record<string, AttributeValue> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const read = readAttribute(
      walk,
      name,
      rule,
      given,
      `${path}.attrs.${name}`,
    );
    const isBlockId = name === "id" && rule.default === null;
    if (read !== undefined && (keepsBlockId || !isBlockId)) stored[name] = read;
  }
  return stored;
}

function readAttribute(
  walk: Walk,
  name: string,
  rule: AttributeRule,
  given: Record<string, unknown>,
  path: string,
): AttributeValue | undefined {
  const sent = Object.hasOwn(given, name) ? given[name] : undefined;
  if (sent === undefined) {
    if (rule.default === undefined)
      walk.report.refuse(path, "missing", `“${name}” is missing.`);
    return rule.default;
  }
  const value = clean(walk, sent, path);
  const read = rule.read(value, given);
  if (read === undefined)
    walk.report.refuse(
      path,
      rule === hrefRule || rule === urlRule
        ? "link_not_allowed"
        : "wrong_value",
      rule.says,
    );
  if (typeof read === "string") walk.bytes += utf8.encode(read).length;
  return read;
}

function clean(walk: Walk, value: unknown, path: string): unknown {
  if (typeof value !== "string") return value;
  const { text, removed } = cleanText(value);
  walk.report.noteCleaned(path, removed);
  return text;
}
