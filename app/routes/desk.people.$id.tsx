import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/auth/require-person.server";
import { ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Stack } from "~/components/layout";
import { PageHeading, Section } from "~/components/page-heading";
import {
  PersonAnswer,
  type PersonAnswerName,
} from "~/components/person-answer";
import { PersonAbsences } from "~/components/person-absences";
import { PersonFacts } from "~/components/person-facts";
import { PersonHoldings } from "~/components/person-holdings";
import { PersonStatus } from "~/components/person-status";
import { ReactivateForm } from "~/components/reactivate-form";
import { SetRolesForm } from "~/components/set-roles-form";
import { reactivatePerson } from "~/commands/reactivate-person.server";
import { sendInvitation } from "~/commands/send-invitation.server";
import { setRoles } from "~/commands/set-roles.server";
import { getJoining } from "~/data/accounts.server";
import { listAbsences } from "~/data/absences.server";
import { findPerson } from "~/data/people.server";
import { getHoldings } from "~/data/person-holdings.server";
import { type Outcome, refused } from "~/domain/outcome";
import { expertises, roles } from "~/domain/words";
import { environment } from "~/lib/environment.server";
import { errorFor, parseForm, severalOf } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import {
  mayNotInvite,
  mayNotListPeople,
  mayNotRunDesk,
  type RoleHolder,
} from "~/policy/person-roles";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? "Person"} · Imprimatur` },
];

const answers = [
  "invited",
  "roles",
  "off",
  "on",
  "edited",
  "away",
  "back",
] as const satisfies readonly PersonAnswerName[];

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite") }),
  z.object({ intent: z.literal("reactivate") }),
  z.object({
    intent: z.literal("set-roles"),
    roles: severalOf(roles, "Choose roles from the list."),
    expertise: severalOf(expertises, "Choose expertise from the list."),
  }),
]);

type Intent = z.output<typeof schema>;

/** Everybody sees their own screen; those who lead see everybody's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person: viewer } = await requirePerson(request);
  const id = idOf(params.id);
  const isOwn = viewer.id === id;
  if (!isOwn && mayNotListPeople(viewer)) {
    throw new Response(null, { status: 404 });
  }
  const mayRunDesk = mayNotRunDesk(viewer) === null;
  const [person, joining, holdings, absences] = await Promise.all([
    findPerson(id),
    getJoining(id),
    getHoldings(id, viewer.id),
    listAbsences(id),
  ]);
  if (!person) throw new Response(null, { status: 404 });
  const done = new URL(request.url).searchParams.get("done");
  return {
    person,
    joining,
    holdings,
    absences,
    isOwn,
    isLeading: mayNotListPeople(viewer) === null,
    mayInvite:
      mayNotInvite(viewer, person.roles) === null &&
      person.isActive &&
      !joining.hasJoined,
    mayRunDesk: mayRunDesk && person.isActive,
    mayReactivate: mayRunDesk && !person.isActive,
    hasMailServer: environment().smtpUrl !== undefined,
    answer: answers.find((name) => name === done) ?? null,
  };
}

/** Invites again, sets roles and expertise, or switches the account off. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person: viewer, sessionId } = await requirePerson(request);
  const id = idOf(params.id);
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const outcome = await perform(form.values, viewer, sessionId, id);
  if (outcome.ok) {
    const done = doneBy[form.values.intent];
    return redirect(`${paths.person(id)}?done=${done}`, 303);
  }
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "roles", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

const doneBy = {
  invite: "invited",
  "set-roles": "roles",
  reactivate: "on",
} as const satisfies Record<Intent["intent"], PersonAnswerName>;

async function perform(
  intent: Intent,
  viewer: RoleHolder,
  sessionId: string,
  id: string,
): Promise<Outcome> {
  switch (intent.intent) {
    case "invite": {
      // A link makes somebody whatever they are invited as.
      const person = await findPerson(id);
      const refusal = mayNotInvite(viewer, person?.roles ?? roles);
      if (refusal) return refused(refusal);
      return sendInvitation(sessionId, id);
    }
    case "set-roles":
      return setRoles(sessionId, id, intent);
    case "reactivate":
      return reactivatePerson(sessionId, id);
  }
}

export default function PersonScreen() {
  const screen = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { person, joining } = screen;
  const errors = refusal?.errors ?? [];
  const isRolesAgain = refusal?.typed.intent === "set-roles";
  const chosen = isRolesAgain ? refusal.typed : person;
  return (
    <>
      <PageHeading
        above={screen.isLeading && <a href={paths.people()}>People</a>}
        title={[person.prefix, person.name].filter(Boolean).join(" ")}
        below={[person.credentials, person.affiliation]
          .filter(Boolean)
          .join(" · ")}
        aside={
          <PersonStatus
            isActive={person.isActive}
            hasJoined={joining.hasJoined}
          />
        }
      />
      <Stack gap="loose">
        {screen.answer && !refusal && (
          <PersonAnswer
            name={screen.answer}
            email={person.email}
            hasMailServer={screen.hasMailServer}
          />
        )}
        <ErrorSummary errors={errors} />
        <PersonFacts {...screen} />
        {person.isActive && (
          <PersonAbsences id={person.id} absences={screen.absences} />
        )}
        {screen.isOwn && (
          <Section
            title="Notifications"
            below="The hour of your daily digest, and when no mail may come."
          >
            <ButtonLink href={paths.notifications()}>
              Set notifications
            </ButtonLink>
          </Section>
        )}
        <PersonHoldings {...screen.holdings} />
        {screen.mayReactivate && <ReactivateForm name={person.name} />}
        {screen.mayRunDesk && (
          <SetRolesForm
            roles={[chosen.roles ?? []].flat()}
            expertise={[chosen.expertise ?? []].flat()}
            error={errorFor(errors, "roles")}
          />
        )}
        {screen.mayRunDesk && (
          <Section
            title="Switch this account off"
            below="First see what they hold, and choose who takes it over."
          >
            <ButtonLink href={paths.leave(person.id)}>
              See what they hold
            </ButtonLink>
          </Section>
        )}
      </Stack>
    </>
  );
}

function idOf(param: string | undefined): string {
  const id = z.uuid().safeParse(param);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}
