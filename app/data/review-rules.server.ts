import type { RulesInForce } from "~/domain/review-rules";
import type { PageKind } from "~/domain/words";
import { appPool } from "./pools.server";

const columns = `r.page_kind AS kind, r.number, r.interval_months AS "intervalMonths", r.max_interval_months AS "maxIntervalMonths",
  r.respond_days AS "respondDays", r.review_days AS "reviewDays", r.signature_days AS "signatureDays", r.grace_days AS "graceDays",
  r.asks_outsider AS "asksOutsider", r.adds_pharmacist AS "addsPharmacist", r.adds_lived_experience AS "addsLivedExperience",
  r.carries_sections AS "carriesSections", r.allows_mailed_code AS "allowsMailedCode", r.set_at AS "setAt", p.name AS "setByName",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('expertise', n.expertise, 'count', n.count, 'step', n.step,
      'isForUpdates', n.is_for_updates, 'blockTypes', n.block_types) ORDER BY n.step, n.expertise), '[]')
     FROM desk.review_rules_need n WHERE n.rules_id = r.id) AS needs,
  (SELECT jsonb_agg(jsonb_build_object('afterDays', (s ->> 'afterDays')::integer, 'repeatsEvery', (s ->> 'repeatsEvery')::integer,
      'to', s -> 'to') ORDER BY (s ->> 'afterDays')::integer)
     FROM jsonb_array_elements(r.reminder_schedule) s) AS reminders`;

/** The rules in force of every kind of page, in the order of the kinds' names. */
export async function listRulesInForce(): Promise<RulesInForce[]> {
  const { rows } = await appPool().query<RulesInForce>(
    `SELECT DISTINCT ON (r.page_kind) ${columns}
       FROM desk.review_rules r LEFT JOIN desk.person p ON p.id = r.set_by
      ORDER BY r.page_kind, r.number DESC LIMIT 20`,
  );
  return rows;
}

/** The rules in force of one kind of page. */
export async function findRulesInForce(
  kind: PageKind,
): Promise<RulesInForce | null> {
  const { rows } = await appPool().query<RulesInForce>(
    `SELECT ${columns} FROM desk.review_rules r LEFT JOIN desk.person p ON p.id = r.set_by
      WHERE r.page_kind = $1 ORDER BY r.number DESC LIMIT 1`,
    [kind],
  );
  return rows[0] ?? null;
}
