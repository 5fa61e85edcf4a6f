import type { ExampleDay } from "~/domain/review-rules";
import type { RoundKind } from "~/domain/words";
import type { FieldError, TypedForm } from "~/lib/parse-form";

export type EffectsShown = {
  rounds: readonly {
    slug: string;
    title: string;
    kind: RoundKind;
    number: number;
  }[];
  openRounds: number;
  livePages: number;
  moving: readonly {
    slug: string;
    title: string;
    dueOn: string;
    movesTo: string;
  }[];
  movingPages: number;
};

/** What the screen was answered: errors, or what the typed rules would do. */
export type RulesAnswer = {
  typed: TypedForm;
  errors: readonly FieldError[];
  preview: {
    example: readonly ExampleDay[];
    effects: EffectsShown;
    fingerprint: string;
  } | null;
  refusal: string | null;
};
