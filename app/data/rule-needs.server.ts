import type { Expertise, PageKind } from "~/domain/words";
import { appPool } from "./pools.server";

/** What the review rules in force ask of a kind of page. */
export type RuleNeed = { expertise: Expertise; count: number; step: number };

/** The expertises that a full review of this kind asks for, in their order. */
export async function listRuleNeeds(kind: PageKind): Promise<RuleNeed[]> {
  const { rows } = await appPool().query<RuleNeed>(
    `SELECT n.expertise, n.count, n.step FROM desk.review_rules_need n
      WHERE n.rules_id = (SELECT id FROM desk.review_rules WHERE page_kind = $1 ORDER BY number DESC LIMIT 1)
      ORDER BY n.step, n.expertise LIMIT 20`,
    [kind],
  );
  return rows;
}
