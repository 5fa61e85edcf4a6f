import type { ActionFunctionArgs } from "@remix-run/node";
import { readSignInForm, signIn } from "~/auth/sign-in-form.server";
import { wordRefusal } from "~/wording/refusals";

/**
 * Signs in again from the layer over the editor, which keeps the text on the
 * screen: `{ok: true}`, or `{ok: false, message}` with the refusal's status.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readSignInForm(request);
  if (!form.ok) {
    const message = form.errors.map(({ sentence }) => sentence).join(" ");
    return Response.json({ ok: false, message }, { status: 422 });
  }
  const outcome = await signIn(request, form.values, context.clientAddress);
  if (!outcome.ok) {
    const { status, sentence } = wordRefusal(outcome.because);
    return Response.json({ ok: false, message: sentence }, { status });
  }
  return Response.json(
    { ok: true },
    { headers: { "Set-Cookie": outcome.value } },
  );
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}
