import { blockIdOf, type Body } from "../page-content";
import { blockText } from "../plain-text";
import { wordPlaces, type WordPlace } from "./word-places";

/** The words of one block, for as many searches as there are comments. */
export type BlockWords = {
  blockId: string;
  words: WordPlace[];
  held: ReadonlySet<string>;
};

/** The words of every block that has an id. */
export function blockWords(body: Body): BlockWords[] {
  return body.content.flatMap((block) => {
    const blockId = blockIdOf(block);
    if (blockId === null) return [];
    const words = wordPlaces(blockText(block));
    return { blockId, words, held: new Set(words.map(({ word }) => word)) };
  });
}
