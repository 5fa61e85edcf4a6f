import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { acceptInvitation, findInvitation } from "~/auth/join.server";
import { openSession } from "~/auth/session.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { NewPasswordField } from "~/components/new-password-field";
import { SimpleFrame } from "~/components/simple-frame";
import { getDeskName } from "~/data/desk-frame.server";
import { parseForm } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { refusals, wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Invitation · Imprimatur" }];

const weak = refusals.weak_password.sentence;
const schema = z.object({ password: z.string({ error: weak }) });

export async function loader({ params }: LoaderFunctionArgs) {
  const [{ deskName }, invited] = await Promise.all([
    getDeskName(),
    findInvitation(params.token ?? ""),
  ]);
  if (invited.ok) {
    const { name, email } = invited.value;
    return data({ deskName, invited: { name, email }, sentence: null });
  }
  const { status, sentence } = wordRefusal(invited.because);
  if (status === 404) throw new Response(null, { status });
  return data({ deskName, invited: null, sentence }, { status });
}

/** Sets the password and signs in; the link is used up. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data({ sentence: weak }, { status: 422 });
  const { password } = form.values;
  const outcome = await acceptInvitation(params.token ?? "", password);
  if (!outcome.ok) {
    const { status, sentence } = wordRefusal(outcome.because);
    return data({ sentence }, { status });
  }
  const setCookie = await openSession(request, outcome.value.personId);
  return redirect(paths.desk(), {
    status: 303,
    headers: { "Set-Cookie": setCookie },
  });
}

export default function Invitation() {
  const { deskName, invited, sentence } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.sentence;
  if (!invited) {
    return (
      <SimpleFrame deskName={deskName}>
        <h1 className="mb-6 text-h1">This invitation does not work any more</h1>
        <Notice tone="warn" title={sentence ?? ""} />
        <div className="mt-6">
          <ButtonLink href={paths.signIn()}>Sign in</ButtonLink>
        </div>
      </SimpleFrame>
    );
  }
  return (
    <SimpleFrame deskName={deskName}>
      <h1 className="mb-2 text-h1">Welcome, {invited.name}</h1>
      <p className="mb-6">
        Choose a password and you are in. You will sign in as{" "}
        <strong>{invited.email}</strong>.
      </p>
      <ErrorSummary
        errors={refusal ? [{ name: "password", sentence: refusal }] : []}
      />
      <form method="post">
        <FormStack>
          <input
            type="hidden"
            name="username"
            autoComplete="username"
            value={invited.email}
          />
          <NewPasswordField error={refusal} />
          <ButtonRow>
            <Button tone="primary">Accept the invitation</Button>
          </ButtonRow>
        </FormStack>
      </form>
    </SimpleFrame>
  );
}
