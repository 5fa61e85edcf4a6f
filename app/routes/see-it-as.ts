import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { seeItAs } from "~/auth/sample-desk.server";
import { sampleViews } from "~/domain/sample-views";
import { parseForm } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

const schema = z.object({ as: z.enum(sampleViews.map(({ value }) => value)) });

/** The sample desk as somebody else, in one press. On any other desk: nothing here. */
export async function action({ request }: ActionFunctionArgs) {
  const form = parseForm(schema, await request.formData());
  if (!form.ok) {
    return new Response(wordRefusal("invalid_form").sentence, { status: 422 });
  }
  const outcome = await seeItAs(request, form.values.as);
  if (!outcome.ok) {
    const { status, sentence } = wordRefusal(outcome.because);
    return new Response(sentence, { status });
  }
  const to = form.values.as === "reader" ? paths.home() : paths.desk();
  return redirect(to, {
    status: 303,
    headers: { "Set-Cookie": outcome.value },
  });
}

/** Nothing is shown at this address. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}
