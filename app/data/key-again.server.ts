import { appPool } from "./pools.server";

export const keyedKinds = ["dose", "percentage", "age", "variant"] as const;
export type KeyedKind = (typeof keyedKinds)[number];

/** A value that the reviewer of one assignment types again from its source. */
export type KeyAgainItem = {
  itemId: string;
  blockId: string;
  kind: KeyedKind;
  said: string;
  /** The words round it in its sentence, or in its row of a table. */
  before: string;
  after: string;
  /** What was typed last agrees with the text. */
  isKeyed: boolean;
};

/** What changed since the reviewer approved last, in the order of the text, as SQL works it out. */
export async function listKeyAgain(
  assignmentId: string,
): Promise<KeyAgainItem[]> {
  const { rows } = await appPool().query<KeyAgainItem>(
    `SELECT item_id AS "itemId", block_id AS "blockId", kind, said, before, after, is_keyed AS "isKeyed"
       FROM desk.key_again_open($1) ORDER BY position`,
    [assignmentId],
  );
  return rows;
}
