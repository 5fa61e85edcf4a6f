import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { answerInterests } from "~/commands/answer-interests.server";
import { ruleOnInterests } from "~/commands/rule-on-interests.server";
import { CheckFound } from "~/components/interests/check-found";
import { InterestsTable } from "~/components/pages/interests-table";
import { Section } from "~/components/page-heading";
import { AnswerNotice } from "~/components/review/answer-notice";
import { InterestsForm } from "~/components/review/interests-form";
import { checkInterests, checkInterestsOf } from "~/data/interest-check.server";
import {
  findDeclaration,
  listPageInterests,
} from "~/data/page-interests.server";
import { getDeskDay } from "~/data/pages.server";
import { interestLevels } from "~/domain/words";
import { optionalText, parseForm, textOf } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { refusedForm } from "~/wording/refused-form";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person } = await requirePage(request, params.slug);
  const [answers, declaration, day, check] = await Promise.all([
    listPageInterests(page.id),
    findDeclaration(person.id),
    getDeskDay(),
    checkInterests(person.id, page.id),
  ]);
  const isRuling = isEditor(person);
  const ids = answers.map(({ personId }) => personId);
  return {
    day,
    isRuling,
    check,
    found: isRuling ? await checkInterestsOf(ids, page.id) : {},
    personId: person.id,
    done: new URL(request.url).searchParams.get("done"),
    declarationUntil: declaration?.validUntil ?? null,
    own: answers.find(({ personId }) => personId === person.id) ?? null,
    answers: isRuling ? answers : [],
  };
}

const ownAnswer = z
  .object({
    level: z.enum(interestLevels, {
      error: "Choose one of the three answers.",
    }),
    details: optionalText(2_000),
  })
  .refine(({ level, details }) => level === "none" || details !== "", {
    error: "Describe the interest.",
    path: ["details"],
  });

const ruling = z.object({
  answerId: z.uuid({ error: "Open this screen again." }),
  verdict: z.enum(["accept", "refuse"], {
    error: "Choose whether the approval counts.",
  }),
  publicReason: textOf("Give the reason that readers will see.", 500),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug);
  const form = await request.formData();
  return form.get("intent") === "rule_on_interests"
    ? rule(asked, form)
    : answer(asked, form);
}

type Asked = Awaited<ReturnType<typeof requirePage>>;

async function answer({ page, sessionId }: Asked, form: FormData) {
  const read = parseForm(ownAnswer, form);
  if (!read.ok) return data({ ...read, about: "own" }, { status: 422 });
  const outcome = await answerInterests(sessionId, {
    pageId: page.id,
    ...read.values,
  });
  if (outcome.ok) return redirect(`${here(page.slug)}?done=answered`, 303);
  const { status, errors } = refusedForm(outcome, {}, "details");
  return data({ errors, typed: read.typed, about: "own" }, { status });
}

async function rule({ page, person, sessionId }: Asked, form: FormData) {
  const about = String(form.get("answerId"));
  const read = parseForm(ruling, form);
  if (!read.ok) return data({ ...read, about }, { status: 422 });
  const { answerId, verdict, publicReason } = read.values;
  const outcome = await ruleOnInterests(sessionId, person, {
    pageId: page.id,
    answerId,
    isAccepted: verdict === "accept",
    publicReason,
  });
  if (outcome.ok) return redirect(`${here(page.slug)}?done=ruled`, 303);
  const { status, errors } = refusedForm(outcome, {}, "publicReason");
  return data({ errors, typed: read.typed, about }, { status });
}

function here(slug: string): string {
  return paths.deskPageAct(slug, "interests");
}

/** A person's own answer for this page, and for editors those of everybody. */
export default function Interests() {
  const known = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = answered?.about === "own" ? answered : null;
  return (
    <>
      <AnswerNotice done={answered ? null : known.done} />
      <Section id="own" title="Your interests">
        <InterestsForm
          today={known.day.today}
          declarationUntil={known.declarationUntil}
          level={known.own?.level ?? null}
          details={known.own?.details ?? null}
          check={known.check}
          errors={own?.errors ?? []}
          typed={own?.typed ?? {}}
        />
      </Section>
      {known.isRuling && (
        <Section
          id="answers"
          title="What everybody answered"
          below="Readers see the answer of everybody who signed, and your reason with it."
        >
          <div className="mb-3">
            <CheckFound conflicts={[]} unlisted={known.check.unlisted} />
          </div>
          <InterestsTable
            answers={known.answers}
            found={known.found}
            personId={known.personId}
            timeZone={known.day.timeZone}
            refused={answered && !own ? answered : null}
          />
        </Section>
      )}
    </>
  );
}
