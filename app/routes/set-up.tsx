import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checkSetUp, setUp } from "~/auth/join.server";
import { openSession } from "~/auth/session.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FormStack } from "~/components/layout";
import { NewPasswordField } from "~/components/new-password-field";
import { Notice } from "~/components/notice";
import { SimpleFrame } from "~/components/simple-frame";
import { TextField } from "~/components/text-field";
import { isMailAddress } from "~/lib/mail-address";
import {
  errorFor,
  lineOf,
  optionalLine,
  parseForm,
  typedText,
} from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { refusals, wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Set the desk up · Imprimatur" },
];

const schema = z.object({
  name: lineOf("Give your full name."),
  credentials: optionalLine(),
  email: lineOf("Give your e-mail address.", 254).refine(isMailAddress, {
    error: "Give an e-mail address that the desk can write to.",
  }),
  password: z.string({ error: refusals.weak_password.sentence }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const may = await checkSetUp(tokenOf(request));
  if (may.ok) return data({ sentence: null });
  const { status, sentence } = wordRefusal(may.because);
  if (status === 404) throw new Response(null, { status });
  return data({ sentence }, { status });
}

/** Makes the first admin, who is also an editor, and signs them in. */
export async function action({ request }: ActionFunctionArgs) {
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const outcome = await setUp(tokenOf(request), form.values);
  if (!outcome.ok) {
    const { status, sentence } = wordRefusal(outcome.because);
    const name = outcome.because === "weak_password" ? "password" : "name";
    const errors = [{ name, sentence }];
    return data({ ok: false as const, errors, typed: form.typed }, { status });
  }
  const setCookie = await openSession(request, outcome.value);
  return redirect(paths.desk(), {
    status: 303,
    headers: { "Set-Cookie": setCookie },
  });
}

export default function SetUp() {
  const { sentence } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (sentence !== null) {
    return (
      <SimpleFrame>
        <h1 className="mb-6 text-h1">This desk stands already</h1>
        <Notice tone="info" title={sentence} />
        <div className="mt-6">
          <ButtonLink href={paths.signIn()}>Sign in</ButtonLink>
        </div>
      </SimpleFrame>
    );
  }
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {};
  const text = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <SimpleFrame>
      <h1 className="mb-2 text-h1">Set the desk up</h1>
      <p className="mb-6">
        You become its first admin and an editor. Everybody else comes by your
        invitation. This link works once.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post">
        <FormStack>
          <TextField {...text("name")} label="Full name" autoComplete="name" />
          <TextField
            {...text("credentials")}
            label="Credentials"
            hint="As they stand beside your name, such as MSc, PhD."
            isOptional
          />
          <TextField
            {...text("email")}
            label="E-mail address"
            type="email"
            autoComplete="username"
          />
          <NewPasswordField error={errorFor(errors, "password")} />
          <ButtonRow>
            <Button tone="primary">Set the desk up</Button>
          </ButtonRow>
        </FormStack>
      </form>
    </SimpleFrame>
  );
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}
