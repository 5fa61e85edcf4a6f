import { z } from "zod";
import { done, type Outcome } from "~/domain/outcome";
import { lineOf, type ParsedForm, parseForm } from "~/lib/parse-form";
import { confirmPassword } from "./confirm-password.server";
import { openSession } from "./session.server";

const schema = z.object({
  email: lineOf("Give the e-mail address of your account.", 254),
  password: z
    .string({ error: "Give your password." })
    .min(1, { error: "Give your password." }),
});

type SignInForm = z.output<typeof schema>;

/** What was typed into a sign-in form, on its own screen or over the editor. */
export async function readSignInForm(
  request: Request,
): Promise<ParsedForm<SignInForm>> {
  return parseForm(schema, await request.formData());
}

/** Signs the person in under a new token. Gives the `Set-Cookie` header. */
export async function signIn(
  request: Request,
  form: SignInForm,
  address: string,
): Promise<Outcome<string>> {
  const confirmed = await confirmPassword({ ...form, address });
  if (!confirmed.ok) return confirmed;
  return done(await openSession(request, confirmed.value));
}
