import type { Expertise, RoundKind } from "~/domain/words";
import type { DraftLine } from "./drafts.server";
import { appPool } from "./pools.server";

/** What the review rules in force ask of a kind of page. */
export type RuleNeed = { expertise: Expertise; count: number; step: number };

/**
 * The expertises that submitting this draft for this kind of review would ask
 * for, with those that its text adds by itself, in their order.
 */
export async function listAskedOfDraft(
  pageId: string,
  line: DraftLine,
  kind: RoundKind,
  scope: string[] = [],
): Promise<RuleNeed[]> {
  const { rows } = await appPool().query<RuleNeed>(
    `SELECT expertise, count, step FROM desk.asked_of_draft($1, $2, $3, $4)
      ORDER BY step, expertise LIMIT 20`,
    [pageId, line, kind, scope],
  );
  return rows;
}
