import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { WatchKind, WatchSubject } from "~/domain/watch-items";

export type RaisedItem = {
  kind: WatchKind;
  subjectKind: WatchSubject;
  /** An identifier, a symbol, a name, or the slug of a page. */
  subject: string;
  what: string;
  address: string | null;
  happenedOn: string | null;
  /** The same key twice is the same item. */
  onceKey: string | null;
};

/**
 * Keeps an event outside the desk with the pages whose texts rest on it, and
 * tells the editors. Gives the item's id. It moves no date.
 */
export async function raiseWatchItem(
  sessionId: string,
  item: RaisedItem,
): Promise<Outcome<string>> {
  return runAct(appPool(), "raise_watch_item", [
    ...[sessionId, item.kind, item.subjectKind, item.subject, item.what],
    ...[item.address, item.happenedOn, item.onceKey],
  ]);
}
