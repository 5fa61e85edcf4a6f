import { canonical } from "./canonical";
import { blockIdOf, type Block, type Body } from "./page-content";
import { isRecord } from "./problems";

/** A body on its way: a block that the other side knows stands as its id. */
export type ShortBody = { type: "doc"; content: (Block | string)[] };

/** A body in which each block that stands the same in `known` is only named. */
export function leaveOutKnown(body: Body, known: Body | null): ShortBody {
  const held = blocksById(known);
  const content = body.content.map((block) => {
    const id = blockIdOf(block);
    const other = id === null ? undefined : held.get(id);
    const isKnown = other && canonical(other) === canonical(block);
    return id !== null && isKnown ? id : block;
  });
  return { type: "doc", content };
}

/**
 * What `leaveOutKnown` made short, in full again. It came from outside: what
 * is no body, and a name that `known` does not have, stay as they are for the
 * check that follows.
 */
export function fillInKnown(sent: unknown, known: Body): unknown {
  if (!isRecord(sent) || !Array.isArray(sent.content)) return sent;
  const held = blocksById(known);
  const content = (sent.content as unknown[]).map((block) =>
    typeof block === "string" ? (held.get(block) ?? block) : block,
  );
  return { ...sent, content };
}

function blocksById(body: Body | null): Map<string | null, Block> {
  return new Map(body?.content.map((block) => [blockIdOf(block), block]));
}
