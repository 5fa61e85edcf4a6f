import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isSample } from "~/auth/sample-desk.server";
import { findSignedIn } from "~/auth/session.server";
import { readSignInForm, signIn } from "~/auth/sign-in-form.server";
import { Button, ButtonRow } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { SimpleFrame } from "~/components/simple-frame";
import { TextField } from "~/components/text-field";
import { getDeskName } from "~/data/desk-frame.server";
import { sampleViews } from "~/domain/sample-views";
import { errorFor, typedText } from "~/lib/parse-form";
import { paths, safeReturnPath } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Sign in · Imprimatur" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const to = safeReturnPath(new URL(request.url).searchParams.get("to"));
  if (await findSignedIn(request)) throw redirect(to, 303);
  const desk = await getDeskName();
  return { deskName: desk.deskName, hasViews: isSample(desk) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readSignInForm(request);
  if (!form.ok) return data(form, { status: 422 });
  const outcome = await signIn(request, form.values, context.clientAddress);
  if (outcome.ok) {
    const to = safeReturnPath(new URL(request.url).searchParams.get("to"));
    return redirect(to, {
      status: 303,
      headers: { "Set-Cookie": outcome.value },
    });
  }
  const { status, sentence } = wordRefusal(outcome.because);
  const errors = [{ name: "email", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function SignIn() {
  const { deskName, hasViews } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {};
  return (
    <SimpleFrame
      deskName={deskName}
      sample={
        hasViews
          ? { action: paths.seeItAs(), views: sampleViews, current: "reader" }
          : undefined
      }
    >
      <h1 className="mb-6 text-h1">Sign in</h1>
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            maxLength={254}
            value={typedText(typed, "email")}
            error={errorFor(errors, "email")}
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            error={errorFor(errors, "password")}
          />
          <ButtonRow>
            <Button tone="primary">Sign in</Button>
          </ButtonRow>
        </FormStack>
      </form>
      <p className="mt-8 text-ink-2">
        An editor or admin of this desk invites you by e-mail. If you can no
        longer sign in, ask one of them.
      </p>
    </SimpleFrame>
  );
}
