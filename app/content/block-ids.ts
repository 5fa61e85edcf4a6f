import { isBlockId } from "./attribute-rules";
import type { Block, PageContent } from "./page-content";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const idLength = 10;

/** Ten random characters of base32: 50 bits. */
export function randomBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(idLength));
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join("");
}

/**
 * Every block gets an id that no other block of the page has. A valid id
 * stays; where two blocks have the same, the first keeps it. Done on the
 * server only: browsers giving ids would both "edit" a page by opening it.
 */
export function giveBlockIds(
  content: PageContent,
  newId: () => string = randomBlockId,
): PageContent {
  const held = new Set(
    content.body.content.map((block) => block.attrs?.id ?? null),
  );
  const taken = new Set<string>();
  const unused = () => {
    for (;;) {
      const id = newId();
      if (isBlockId(id) && !held.has(id) && !taken.has(id)) return id;
    }
  };
  const blocks = content.body.content.map((block) => {
    const current = block.attrs?.id;
    const keeps = isBlockId(current) && !taken.has(current);
    const id = keeps ? current : unused();
    taken.add(id);
    return keeps ? block : withId(block, id);
  });
  return { ...content, body: { type: "doc", content: blocks } };
}

function withId(block: Block, id: string): Block {
  // Only the id among a block's attributes changes, so its type stays true.
  return { ...block, attrs: { ...block.attrs, id } } as Block;
}

/** The same block before the server has given it an id. */
export function withoutId(block: Block): Block {
  // Only the id among a block's attributes changes, so its type stays true.
  return { ...block, attrs: { ...block.attrs, id: null } } as Block;
}
