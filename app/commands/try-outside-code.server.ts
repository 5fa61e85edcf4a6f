import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import type { OutsideAct } from "~/domain/words";
import { hashCode } from "~/lib/token.server";

/** What somebody typed for the newest code that their link asked for. */
export type TypedCode = { id: string | null; typed: string };

type Tried = "right" | "wrong" | "expired" | "spent" | "none";

const becauseOf: Record<Exclude<Tried, "right">, RefusalCode> = {
  wrong: "wrong_code",
  expired: "code_expired",
  spent: "code_spent",
  none: "code_missing",
};

/**
 * Tries a mailed code for one act on one text, in a transaction of its own: a
 * wrong one is counted, five at most, whatever follows.
 */
export async function tryOutsideCode(
  outsideSession: string,
  { id, typed }: TypedCode,
  contentSha256: string,
  act: OutsideAct,
): Promise<Outcome> {
  if (id === null) return refused(becauseOf.none);
  const tried = await runAct<Tried>(appPool(), "outside_try_code", [
    ...[outsideSession, hashCode(id, typed), contentSha256, act],
  ]);
  if (!tried.ok) return tried;
  return tried.value === "right" ? done(null) : refused(becauseOf[tried.value]);
}
