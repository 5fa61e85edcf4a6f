import {
  Schema,
  type AttributeSpec,
  type MarkSpec,
  type NodeSpec,
  type SchemaSpec,
} from "@tiptap/pm/model";
import type { AttributeRule } from "./attribute-rules";
import {
  markTable,
  nodeTable,
  type MarkRule,
  type NodeRule,
} from "./node-table";

/**
 * ProseMirror's form of the table of nodes: structure and attributes, no DOM.
 * The editor passes it to Tiptap as `schemaSpec`, so that browser and server
 * cannot disagree.
 */
export const contentSchemaSpec: SchemaSpec = {
  topNode: "doc",
  nodes: Object.fromEntries(
    Object.entries(nodeTable).map(([name, rule]) => [name, nodeSpec(rule)]),
  ),
  marks: Object.fromEntries(
    Object.entries(markTable).map(([name, rule]) => [name, markSpec(rule)]),
  ),
};

export const contentSchema = new Schema(contentSchemaSpec);

function nodeSpec({ attributes, ...structure }: NodeRule): NodeSpec {
  return { ...structure, attrs: attributeSpecs(attributes) };
}

function markSpec({ attributes, ...structure }: MarkRule): MarkSpec {
  return { ...structure, attrs: attributeSpecs(attributes) };
}

function attributeSpecs(
  attributes: Record<string, AttributeRule>,
): Record<string, AttributeSpec> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, rule]) => [
      name,
      {
        ...(rule.default === undefined ? {} : { default: rule.default }),
        validate: (value: unknown) => requireAllowed(name, rule, value),
      },
    ]),
  );
}

/**
 * A citation's identifier depends on its scheme, which ProseMirror does not
 * show here; `parseBody` checks the two together.
 */
function requireAllowed(
  name: string,
  rule: AttributeRule,
  value: unknown,
): void {
  const isCitationId = name === "id" && rule.default === undefined;
  const isAllowed = isCitationId
    ? typeof value === "string"
    : rule.read(value, {}) !== undefined;
  if (!isAllowed) throw new RangeError(rule.says);
}
