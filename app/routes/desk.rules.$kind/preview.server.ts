import { createHash } from "node:crypto";
import { addDays } from "~/domain/days";
import type { Outcome } from "~/domain/outcome";
import { done } from "~/domain/outcome";
import type {
  ExampleDay,
  ExampleDays,
  RulesInForce,
  RulesSet,
} from "~/domain/review-rules";
import {
  getRulesEffects,
  getWorkedExample,
  type RulesEffects,
} from "~/data/rules-effects.server";

export type Preview = {
  example: ExampleDay[];
  effects: RulesEffects;
  /** Names exactly what was looked at: only that is saved. */
  fingerprint: string;
};

/** What these rules give on real days, and what saving them would touch. */
export async function previewRules(
  before: RulesInForce,
  rules: RulesSet,
  days: ExampleDays,
  spreadDays: number,
  viewerId: string,
): Promise<Outcome<Preview>> {
  const example = await getWorkedExample(rules, days);
  if (!example.ok) return example;
  const isShorter = rules.intervalMonths < before.intervalMonths;
  const effects = await getRulesEffects(
    before.kind,
    isShorter,
    rules.intervalMonths,
    spreadDays,
    viewerId,
  );
  const { moving } = effects;
  const seen = {
    number: before.number,
    spreadDays,
    moving,
    ...onlyRules(rules),
  };
  const fingerprint = createHash("sha256")
    .update(JSON.stringify(seen))
    .digest("hex");
  return done({ example: example.value, effects, fingerprint });
}

/** The days of an example nobody chose: asked today, signed within a fortnight. */
export function usualDays(today: string): ExampleDays {
  return {
    askedOn: today,
    firstSignedOn: addDays(today, 7),
    lastSignedOn: addDays(today, 12),
  };
}

function onlyRules(rules: RulesSet): RulesSet {
  const { intervalMonths, maxIntervalMonths, respondDays, reviewDays } = rules;
  const { signatureDays, graceDays, asksOutsider, addsPharmacist } = rules;
  const { addsLivedExperience, carriesSections, allowsMailedCode } = rules;
  const { needs, reminders } = rules;
  return {
    ...{ intervalMonths, maxIntervalMonths, respondDays, reviewDays },
    ...{ signatureDays, graceDays, asksOutsider, addsPharmacist },
    ...{ addsLivedExperience, carriesSections, allowsMailedCode },
    ...{ needs, reminders },
  };
}
