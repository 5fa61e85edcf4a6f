import { withoutId } from "~/content/block-ids";
import type { Block, Body } from "~/content/page-content";

export type ClashChoice = "mine" | "theirs" | "both";

/**
 * A block of which two people changed the same words: as it is with mine and
 * as it is with theirs, all else in it merged; null where one took it out.
 */
export type BlockClash = {
  blockId: string;
  mine: Block | null;
  theirs: Block | null;
};

/** The block of a body with this id; null when it is not there. */
export function blockById(body: Body | null, id: string): Block | null {
  return body?.content.find((block) => block.attrs?.id === id) ?? null;
}

/**
 * The body with one clash decided. Of both, mine comes first and theirs gets
 * an id of its own from the server; a block that I took out comes back behind
 * the one it follows in `theirBody`.
 */
export function decide(
  body: Body,
  { blockId, theirs }: BlockClash,
  choice: ClashChoice,
  theirBody: Body,
): Body {
  const place = body.content.findIndex(({ attrs }) => attrs?.id === blockId);
  if (choice === "mine") return body;
  if (choice === "theirs" && place >= 0)
    return splice(body, place, 1, theirs === null ? [] : [theirs]);
  if (theirs === null) return body;
  if (place >= 0) return splice(body, place + 1, 0, [withoutId(theirs)]);
  return splice(body, placeBehind(body, blockId, theirBody), 0, [theirs]);
}

function placeBehind(body: Body, blockId: string, theirBody: Body): number {
  const ids = theirBody.content.map(({ attrs }) => attrs?.id);
  for (let index = ids.indexOf(blockId) - 1; index >= 0; index -= 1) {
    const place = body.content.findIndex(
      ({ attrs }) => attrs?.id === ids[index],
    );
    if (place >= 0) return place + 1;
  }
  return 0;
}

function splice(
  { content }: Body,
  place: number,
  gone: number,
  come: Block[],
): Body {
  return { type: "doc", content: content.toSpliced(place, gone, ...come) };
}
