import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { hashToken } from "~/lib/token.server";
import type { RaisedItem } from "./raise-watch-item.server";

/**
 * As `raiseWatchItem`, for a program that acts for one person by a token of
 * the scope write or sign. Gives the item's id.
 */
export async function raiseWatchItemByToken(
  token: string,
  item: RaisedItem,
): Promise<Outcome<string>> {
  return runAct(appPool(), "raise_watch_item_by_token", [
    ...[hashToken(token), item.kind, item.subjectKind, item.subject],
    ...[item.what, item.address, item.happenedOn, item.onceKey],
  ]);
}
