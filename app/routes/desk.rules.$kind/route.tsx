import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { setReviewRules } from "~/commands/set-review-rules.server";
import { Notice } from "~/components/notice";
import { ButtonLink } from "~/components/button";
import { PageHeading } from "~/components/page-heading";
import { RulesEditor } from "~/components/rules/rules-editor";
import { RulesReading } from "~/components/rules/rules-reading";
import { getDeskDay } from "~/data/pages.server";
import { findRulesInForce } from "~/data/review-rules.server";
import { pageKinds } from "~/domain/words";
import { paths } from "~/lib/paths";
import { mayNotSetRules } from "~/policy/person-roles";
import { wordActDone } from "~/wording/acts-done";
import { pageKindLabels } from "~/wording/labels";
import { wordRefusal } from "~/wording/refusals";
import { previewRules, usualDays } from "./preview.server";
import { readRules } from "./read-rules";
import { typedOf } from "./typed-rules";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? pageKindLabels[data.rules.kind] : "Review rules"} · Review rules · Imprimatur`,
  },
];

async function findRules(asked: string | undefined) {
  const kind = pageKinds.find((known) => known === asked);
  const rules = kind ? await findRulesInForce(kind) : null;
  if (!rules) throw new Response(null, { status: 404 });
  return rules;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const [rules, day] = await Promise.all([
    findRules(params["kind"]),
    getDeskDay(),
  ]);
  const days = usualDays(day.today);
  const preview = await previewRules(rules, rules, days, 0, person.id);
  return {
    rules,
    maySet: mayNotSetRules(person) === null,
    timeZone: day.timeZone,
    typed: typedOf(rules, days),
    example: preview.ok ? preview.value.example : [],
    done: wordActDone(new URL(request.url).searchParams.get("done")),
  };
}

/** Shows what rules would do; saves only what was looked at. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, sessionId } = await requirePerson(request);
  const before = await findRules(params["kind"]);
  const form = readRules(await request.formData());
  if (!form.ok)
    return data({ ...form, preview: null, refusal: null }, { status: 422 });
  const { values, typed } = form;
  const { rules, days, spreadDays, previewed, baseNumber, intent } = values;
  const preview = await previewRules(
    before,
    rules,
    days,
    spreadDays,
    person.id,
  );
  if (!preview.ok) {
    const { status, sentence } = wordRefusal(preview.because);
    const errors = [{ name: "reminder-0-days", sentence }];
    return data({ typed, errors, preview: null, refusal: null }, { status });
  }
  const shown = { typed, errors: [], preview: preview.value };
  if (intent === "preview" || previewed !== preview.value.fingerprint)
    return data({ ...shown, refusal: null });
  const change = { ...rules, kind: before.kind, baseNumber, spreadDays };
  const outcome = await setReviewRules(sessionId, change);
  if (outcome.ok) return redirect(paths.rulesOf(before.kind, "rules_set"), 303);
  const { status, sentence } = wordRefusal(outcome.because);
  return data({ ...shown, refusal: sentence }, { status });
}

export default function RulesOfKind() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { rules, maySet, done } = known;
  return (
    <>
      <PageHeading
        title={pageKindLabels[rules.kind]}
        above={<a href={paths.rules()}>Review rules</a>}
        below={
          maySet
            ? "Preview first: nothing changes before you have seen what it touches."
            : "A clinical lead sets these rules. Every change is in the audit."
        }
        aside={
          maySet && (
            <ButtonLink
              tone="quiet"
              href={paths.rehearsal({ kind: rules.kind })}
            >
              Rehearse another interval
            </ButtonLink>
          )
        }
      />
      {done && !answer && (
        <div className="mb-6">
          <Notice tone="done" title={done} isAnswer />
        </div>
      )}
      {maySet ? (
        <RulesEditor {...known} answer={answer ?? null} />
      ) : (
        <RulesReading {...known} />
      )}
    </>
  );
}
