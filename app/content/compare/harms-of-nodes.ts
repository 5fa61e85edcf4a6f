import { tokensOf, type Token } from "../change-tokens";
import { harmsOfWords, type Harm } from "../harm-of-words";
import type { Block } from "../page-content";
import type { KnownTerms } from "../sensitive-words";
import { contentSchema } from "../schema";
import { tokenDifferences } from "../token-differences";
import type { AnyNode } from "./any-node";

/** What is needed to say why a change is no copy fix. */
export type HarmSense = {
  terms: KnownTerms;
  /** The words of the new text. */
  remaining: () => ReadonlySet<string>;
};

/** Why some words in place of others, inside one block, are more than a copy fix. */
export function harmsOfInlines(
  blockId: string | null,
  removed: readonly AnyNode[],
  added: readonly AnyNode[],
  sense: HarmSense,
): Harm[] {
  const [before, after] = [tokensIn(removed), tokensIn(added)];
  const differences = tokenDifferences(before, after) ?? [
    { removed: before, added: after, before: undefined },
  ];
  return oncePerKind(
    differences.flatMap((difference) =>
      harmsOfWords(blockId, difference, sense.terms, sense.remaining),
    ),
  );
}

/** Blocks that come, go, move or change their kind: never a copy fix; the words that come and go besides. */
export function harmsOfBlocks(
  blockId: string | null,
  removed: readonly AnyNode[],
  added: readonly AnyNode[],
  sense: HarmSense,
): Harm[] {
  const structure: Harm = { kind: "structure", blockId, before: "", after: "" };
  const words = harmsOfInlines(
    blockId,
    removed.flatMap(inlinesWithin),
    added.flatMap(inlinesWithin),
    sense,
  );
  return [structure, ...words.filter(({ kind }) => kind !== "structure")];
}

/** All inline nodes in a node, and what its attributes say as text. */
function inlinesWithin(node: AnyNode): AnyNode[] {
  const inside = (node.content ?? []).flatMap((child) =>
    isInline(child) ? [child] : inlinesWithin(child),
  );
  return [...inside, ...attributeTexts(node), { type: "hardBreak" }];
}

/** What the attributes of a node say, as text; its numbers and links are not words. */
export function attributeTexts(node: AnyNode): AnyNode[] {
  return Object.entries(node.attrs ?? {}).flatMap(([name, value]) =>
    name !== "id" && typeof value === "string" && value !== ""
      ? [{ type: "text" as const, text: ` ${value} ` }]
      : [],
  );
}

function isInline({ type }: AnyNode): boolean {
  return contentSchema.nodes[type]?.isInline ?? false;
}

function tokensIn(inlines: readonly AnyNode[]): Token[] {
  const paragraph = { type: "paragraph", content: inlines };
  // Only its words are read; the tokens that open and close it are left out.
  return tokensOf(paragraph as unknown as Block).slice(1, -1);
}

function oncePerKind(harms: readonly Harm[]): Harm[] {
  const kinds = new Map<Harm["kind"], Harm>();
  for (const harm of harms) {
    const known = kinds.get(harm.kind);
    kinds.set(
      harm.kind,
      known
        ? {
            ...known,
            before: joined(known.before, harm.before),
            after: joined(known.after, harm.after),
          }
        : harm,
    );
  }
  return [...kinds.values()];
}

function joined(one: string, other: string): string {
  if (one === "" || other === "") return one || other;
  return `${one} … ${other}`;
}
