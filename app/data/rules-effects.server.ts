import type { Outcome } from "~/domain/outcome";
import { done } from "~/domain/outcome";
import type { ExampleDay, ExampleDays, RulesSet } from "~/domain/review-rules";
import type { PageKind, RoundKind } from "~/domain/words";
import { refusalFrom } from "./act.server";
import { appPool } from "./pools.server";

/** What these rules give for a page on real days; refused where its reminders contradict themselves. */
export async function getWorkedExample(
  rules: RulesSet,
  days: ExampleDays,
): Promise<Outcome<ExampleDay[]>> {
  try {
    const { rows } = await appPool().query<ExampleDay>(
      `SELECT what, falls_on AS "fallsOn", goes_out_on AS "goesOutOn", every, addressees
         FROM desk.worked_example($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ORDER BY goes_out_on, falls_on, what LIMIT 50`,
      [
        ...[days.askedOn, days.firstSignedOn, days.lastSignedOn],
        ...[rules.intervalMonths, rules.respondDays, rules.reviewDays],
        ...[rules.signatureDays, rules.graceDays],
        JSON.stringify(rules.reminders),
      ],
    );
    return done(rows);
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal) return refusal;
    throw error;
  }
}

export type RoundKeeping = {
  slug: string;
  title: string;
  kind: RoundKind;
  /** The number of the rules it began with. */
  number: number;
};

export type DueMoving = {
  slug: string;
  title: string;
  dueOn: string;
  movesTo: string;
};

export type RulesEffects = {
  rounds: RoundKeeping[];
  openRounds: number;
  livePages: number;
  moving: DueMoving[];
  movingPages: number;
};

const mostShown = 50;

/**
 * What saving would touch: the open rounds, which keep their rules, and the
 * live pages whose day a shorter interval brings forward, as far as `viewerId`
 * may know of them. The first fifty of each are named.
 */
export async function getRulesEffects(
  kind: PageKind,
  isShorter: boolean,
  intervalMonths: number,
  spreadDays: number,
  viewerId: string,
): Promise<RulesEffects> {
  const [rounds, live, moving] = await Promise.all([
    appPool().query<RoundKeeping & { all: number }>(
      `SELECT pg.slug, v.title, r.kind, rules.number, (count(*) OVER ())::integer AS all
         FROM desk.review_round r JOIN desk.page pg ON pg.id = r.page_id JOIN desk.version v ON v.id = r.version_id
         JOIN desk.review_rules rules ON rules.id = r.rules_id
        WHERE pg.kind = $1 AND r.closed_at IS NULL AND desk.may_know_of(pg.id, $2) ORDER BY v.title, r.id LIMIT ${String(mostShown)}`,
      [kind, viewerId],
    ),
    appPool().query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM desk.publication p JOIN desk.page pg ON pg.id = p.page_id
        WHERE pg.kind = $1 AND p.ended_at IS NULL`,
      [kind],
    ),
    isShorter
      ? appPool().query<DueMoving & { all: number }>(
          `SELECT pg.slug, v.title, d.due_on AS "dueOn", d.shortened_to AS "movesTo", (count(*) OVER ())::integer AS all
             FROM desk.shortened_dues($1, $2, $3) d JOIN desk.page pg ON pg.id = d.page_id
             JOIN desk.publication p ON p.id = d.publication_id JOIN desk.version v ON v.id = p.version_id
            WHERE desk.may_know_of(pg.id, $4) ORDER BY d.shortened_to, v.title, pg.id LIMIT ${String(mostShown)}`,
          [kind, intervalMonths, spreadDays, viewerId],
        )
      : { rows: [] },
  ]);
  return {
    rounds: rounds.rows,
    openRounds: rounds.rows[0]?.all ?? 0,
    livePages: live.rows[0]?.count ?? 0,
    moving: moving.rows,
    movingPages: moving.rows[0]?.all ?? 0,
  };
}
