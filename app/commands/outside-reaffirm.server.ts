import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { tryOutsideCode, type TypedCode } from "./try-outside-code.server";

/** Keeps an outside expert's approval of the same text good for longer, by a mailed code; it moves no date. */
export async function outsideReaffirm(
  outsideSession: string,
  code: TypedCode,
  contentSha256: string,
): Promise<Outcome> {
  const tried = await tryOutsideCode(
    ...([outsideSession, code, contentSha256, "reaffirm"] as const),
  );
  if (!tried.ok) return tried;
  return runAct(appPool(), "outside_reaffirm", [outsideSession, contentSha256]);
}
