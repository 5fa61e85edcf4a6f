import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { PageHeading } from "~/components/page-heading";
import { PersonFields } from "~/components/person-fields";
import {
  ExpertiseField,
  RolesField,
} from "~/components/roles-and-expertise-fields";
import { invitePerson } from "~/commands/invite-person.server";
import { expertises, roles } from "~/domain/words";
import { isMailAddress } from "~/lib/mail-address";
import {
  errorFor,
  lineOf,
  optionalLine,
  parseForm,
  severalOf,
  typedList,
  typedText,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { editorInvites, hasAnyRole, mayNotInvite } from "~/policy/person-roles";
import { wordRefusal } from "~/wording/refusals";
import { orcidField } from "./desk.people.$id_.edit/form";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Invite a person · Imprimatur" },
];

const chooseRole = "Choose at least one role.";

const schema = z.object({
  name: lineOf("Give the person's full name, without title and degrees."),
  prefix: optionalLine(40),
  credentials: optionalLine(),
  affiliation: optionalLine(),
  orcid: orcidField,
  email: lineOf("Give the address that the invitation goes to.", 254).refine(
    isMailAddress,
    { error: "Give an e-mail address that the desk can write to." },
  ),
  roles: severalOf(roles, chooseRole).refine((chosen) => chosen.length > 0, {
    error: chooseRole,
  }),
  expertise: severalOf(expertises, "Choose expertise from the list."),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireRole(request, "editor", "admin");
  const isAdmin = hasAnyRole(person, "admin");
  const query = new URL(request.url).searchParams;
  const text = (name: string) => query.get(name) ?? "";
  return {
    offered: isAdmin ? roles : editorInvites,
    // Whom a reviewer proposed; an expertise asked for makes a reviewer.
    proposed: {
      ...{ name: text("name"), email: text("email") },
      ...{ roles: query.has("expertise") ? ["reviewer"] : [] },
      expertise: text("expertise"),
    },
  };
}

/** Adds the person and queues their invitation. */
export async function action({ request }: ActionFunctionArgs) {
  const { person, sessionId } = await requireRole(request, "editor", "admin");
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const refusal = mayNotInvite(person, form.values.roles);
  const outcome = refusal
    ? { ok: false as const, because: refusal }
    : await invitePerson(sessionId, form.values);
  if (outcome.ok) {
    return redirect(`${paths.person(outcome.value)}?done=invited`, 303);
  }
  const { status, sentence } = wordRefusal(outcome.because);
  const name = outcome.because === "email_taken" ? "email" : "roles";
  const errors = [{ name, sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function Invite() {
  const { offered, proposed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? proposed;
  return (
    <>
      <PageHeading
        above={<a href={paths.people()}>People</a>}
        title="Invite a person"
        below="They get a mail with a link that works once, for 14 days, and choose their own password."
      />
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <PersonFields
            valueOf={(name) => typedText(typed, name)}
            errorOf={(name) => errorFor(errors, name)}
          />
          <RolesField
            offered={offered}
            chosen={typedList(typed, "roles")}
            error={errorFor(errors, "roles")}
          />
          <ExpertiseField
            chosen={typedList(typed, "expertise")}
            error={errorFor(errors, "expertise")}
          />
          <ButtonRow>
            <Button tone="primary">Invite</Button>
            <ButtonLink tone="quiet" href={paths.people()}>
              Go back
            </ButtonLink>
          </ButtonRow>
        </FormStack>
      </form>
    </>
  );
}
