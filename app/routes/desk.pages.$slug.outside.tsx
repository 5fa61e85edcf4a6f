import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { inviteOutsideExpert } from "~/commands/invite-outside-expert.server";
import { revokeOutsideLink } from "~/commands/revoke-outside-link.server";
import { ErrorSummary } from "~/components/error-summary";
import { Notice } from "~/components/notice";
import { InviteOutsideForm } from "~/components/outside/invite-outside-form";
import { OutsideVoices } from "~/components/outside/outside-voices";
import { Section } from "~/components/page-heading";
import { findVersionInReview, listOutsideVoices } from "~/data/outside.server";
import { environment } from "~/lib/environment.server";
import { isMailAddress } from "~/lib/mail-address";
import { lineOf, optionalLine, parseForm } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { outsideDone } from "~/wording/outside";
import { refusedForm } from "~/wording/refused-form";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person } = await requirePage(request, params.slug);
  const mayInvite = isEditor(person);
  const [voices, version] = await Promise.all([
    listOutsideVoices(page.id),
    findVersionInReview(page.id),
  ]);
  return {
    mayInvite,
    version,
    voices,
    done: new URL(request.url).searchParams.get("done"),
  };
}

const days = "Choose between 1 and 60 days.";
const invitation = z.object({
  versionId: z.uuid({ error: "Open this screen again." }),
  name: lineOf("Give the person's name."),
  email: lineOf("Give the address that the link goes to.", 254).refine(
    isMailAddress,
    { error: "That is not an e-mail address." },
  ),
  credentials: optionalLine(),
  affiliation: optionalLine(),
  days: z.coerce
    .number({ error: days })
    .int({ error: days })
    .min(1, { error: days })
    .max(60, { error: days }),
});
const revocation = z.object({
  linkId: z.uuid({ error: "Open this screen again." }),
});

/** An editor sends a link to one version, or takes one back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug);
  const form = await request.formData();
  const here = paths.deskPageAct(page.slug, "outside");
  if (form.get("intent") === "revoke_outside_link") {
    const read = parseForm(revocation, form);
    if (!read.ok) return data(read, { status: 422 });
    const outcome = await revokeOutsideLink(sessionId, read.values.linkId);
    if (outcome.ok) return redirect(`${here}?done=link_revoked`, 303);
    const { status, errors } = refusedForm(outcome, {}, "");
    return data({ errors, typed: {} }, { status });
  }
  const read = parseForm(invitation, form);
  if (!read.ok) return data(read, { status: 422 });
  const { origin } = environment();
  const outcome = await inviteOutsideExpert(sessionId, origin, read.values);
  if (outcome.ok) return redirect(`${here}?done=invited`, 303);
  const fields = { has_account: "email", own_work: "email" } as const;
  const { status, errors } = refusedForm(outcome, fields, "name");
  return data({ errors, typed: read.typed }, { status });
}

/** Outside experts of a page: what they said, and for editors the links. */
export default function Outside() {
  const { mayInvite, version, voices, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = outsideDone(done);
  return (
    <>
      {said && !answer && (
        <div className="mb-6">
          <Notice tone="done" title={said} isAnswer />
        </div>
      )}
      <ErrorSummary errors={answer?.errors ?? []} />
      <Section
        id="said"
        title="What outside experts said"
        below="A recommendation is not an approval: the review rules ask for the same signatures with it or without."
      >
        <OutsideVoices voices={voices} mayRevoke={mayInvite} />
      </Section>
      {mayInvite && (
        <Section
          id="ask"
          title="Ask somebody without an account"
          below="They get a link to this one version. It ends by itself, and you can take it back."
        >
          {version ? (
            <InviteOutsideForm
              version={version}
              errors={answer?.errors ?? []}
              typed={answer?.typed ?? {}}
            />
          ) : (
            <p>No version is in review; submit one first.</p>
          )}
        </Section>
      )}
    </>
  );
}
