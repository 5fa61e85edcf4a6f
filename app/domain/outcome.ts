import type { Blocker } from "./blockers";
import type { WordsFault } from "./mail-words";
import type { RefusalCode } from "./refusals";

/** What a refusal tells besides its code: a newer revision, missing fields, blockers. */
export type RefusalDetail = {
  blockers?: Blocker[];
  missing?: string[];
  blocks?: string[];
  revision?: number;
  newest?: number;
  earliest?: string;
  before?: string;
  waiting_for?: string[];
  /** Who holds the pen, and the moment they took it (ISO 8601). */
  heldBy?: string | null;
  since?: string | null;
  /** The expertise whose deputy is refused. */
  expertise?: string;
  /** What a declaration says of a therapy's maker. */
  entity?: string;
  company?: string;
  therapy?: string;
  /** What is wrong with the desk's own words in a mail. */
  wordsFaults?: WordsFault[];
};

/** The rules say no: a value, never thrown. */
export type Refused = {
  ok: false;
  because: RefusalCode;
  detail: RefusalDetail;
};

/** How an act ended: done, with what it made, or refused with the reason. */
export type Outcome<Value = null> = { ok: true; value: Value } | Refused;

/** An act went through. */
export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

/** The rules say no to an act. */
export function refused(
  because: RefusalCode,
  detail: RefusalDetail = {},
): Refused {
  return { ok: false, because, detail };
}
