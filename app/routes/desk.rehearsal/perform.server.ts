import { z } from "zod";
import {
  type DepartureRehearsed,
  rehearseDeparture,
} from "~/commands/rehearse-departure.server";
import {
  type GuidelineRehearsed,
  rehearseGuideline,
} from "~/commands/rehearse-guideline.server";
import {
  type IntervalRehearsed,
  rehearseInterval,
} from "~/commands/rehearse-interval.server";
import { findPerson } from "~/data/people.server";
import type { Outcome } from "~/domain/outcome";
import type { SignedInPerson } from "~/domain/signed-in-person";
import { pageKinds } from "~/domain/words";
import {
  type FieldError,
  lineOf,
  parseForm,
  type TypedForm,
} from "~/lib/parse-form";
import { isEditor } from "~/policy/pages";
import { mayNotRunDesk, mayNotSetRules } from "~/policy/person-roles";
import { pageKindLabels } from "~/wording/labels";
import { refusedForm } from "~/wording/refused-form";

type Result =
  | ({ change: "departure"; title: string } & DepartureRehearsed)
  | ({ change: "interval"; title: string; months: number } & IntervalRehearsed)
  | ({ change: "guideline"; title: string } & GuidelineRehearsed);

export type Rehearsed = {
  change: string;
  errors: FieldError[];
  typed: TypedForm;
  result: Result | null;
};

type Asker = { person: SignedInPerson; sessionId: string };

const departure = z
  .object({
    personId: z.uuid({ error: "Choose who leaves." }),
    handOverTo: z.union([z.literal("").transform(() => null), z.uuid()], {
      error: "Choose somebody from the list, or nobody.",
    }),
  })
  .refine(({ personId, handOverTo }) => personId !== handOverTo, {
    path: ["handOverTo"],
    error: "Choose somebody else than the person who leaves.",
  });

function whole(most: number, sentence: string) {
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,3}$/, { error: sentence })
    .transform(Number)
    .refine((value) => value <= most, { error: sentence });
}

const interval = z.object({
  kind: z.enum(pageKinds, { error: "Choose a kind of page." }),
  months: whole(60, "Give a whole number of months from 1 to 60.").refine(
    (months) => months > 0,
    { error: "Give a whole number of months from 1 to 60." },
  ),
  spreadDays: whole(365, "Give a whole number of days up to 365."),
});

const guideline = z.object({
  guideline: lineOf("Name the guideline as pages cite it.", 300),
});

/** The changes that a person may rehearse: those that they may make. */
export function changesFor(person: SignedInPerson) {
  return {
    departure: mayNotRunDesk(person) === null,
    interval: mayNotSetRules(person) === null,
    guideline: isEditor(person),
  };
}

/** Rehearses what was chosen; null when nothing that this person may do was. */
export async function perform(
  asker: Asker,
  form: FormData,
): Promise<{ status: number; rehearsed: Rehearsed } | null> {
  const change = form.get("change");
  const may = changesFor(asker.person);
  if (change === "departure" && may.departure) return ofDeparture(asker, form);
  if (change === "interval" && may.interval) return ofInterval(asker, form);
  if (change === "guideline" && may.guideline) return ofGuideline(asker, form);
  return null;
}

async function ofGuideline({ person, sessionId }: Asker, form: FormData) {
  const parsed = parseForm(guideline, form);
  if (!parsed.ok) return wrong("guideline", 422, parsed.errors, parsed.typed);
  const named = parsed.values.guideline;
  const outcome = await rehearseGuideline(sessionId, person.id, named);
  return answer(outcome, parsed.typed, "guideline", (value) => ({
    ...{ change: "guideline" as const, ...value },
    title: `If “${named}” were withdrawn today`,
  }));
}

async function ofDeparture({ person, sessionId }: Asker, form: FormData) {
  const parsed = parseForm(departure, form);
  if (!parsed.ok) return wrong("departure", 422, parsed.errors, parsed.typed);
  const { personId, handOverTo } = parsed.values;
  const leaver = await findPerson(personId);
  const outcome = await rehearseDeparture(
    ...[sessionId, person.id],
    ...[personId, handOverTo],
  );
  return answer(outcome, parsed.typed, "personId", (value) => ({
    ...{ change: "departure" as const, ...value },
    title: `If ${leaver?.name ?? "they"} left today`,
  }));
}

async function ofInterval({ person, sessionId }: Asker, form: FormData) {
  const parsed = parseForm(interval, form);
  if (!parsed.ok) return wrong("interval", 422, parsed.errors, parsed.typed);
  const { kind, months } = parsed.values;
  const outcome = await rehearseInterval(sessionId, person.id, parsed.values);
  return answer(outcome, parsed.typed, "months", (value) => ({
    ...{ change: "interval" as const, months, ...value },
    title: `If every ${pageKindLabels[kind].toLowerCase()} were reviewed after ${String(months)} months instead of ${String(value.before)}`,
  }));
}

function answer<Value>(
  outcome: Outcome<Value>,
  typed: TypedForm,
  first: string,
  resultOf: (value: Value) => Result,
) {
  const change = String(typed["change"]);
  if (!outcome.ok) {
    const { status, errors } = refusedForm(outcome, {}, first);
    return wrong(change, status, errors, typed);
  }
  const result = resultOf(outcome.value);
  return { status: 200, rehearsed: { change, errors: [], typed, result } };
}

function wrong(
  change: string,
  status: number,
  errors: FieldError[],
  typed: TypedForm,
) {
  return { status, rehearsed: { change, errors, typed, result: null } };
}
