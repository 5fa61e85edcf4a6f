import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { ErrorSummary } from "~/components/error-summary";
import { Notice } from "~/components/notice";
import { ExpertVerification } from "~/components/outside/expert-verification";
import { InviteOutsideForm } from "~/components/outside/invite-outside-form";
import { OutsideVoices } from "~/components/outside/outside-voices";
import { Section } from "~/components/page-heading";
import { findVersionInReview, listOutsideVoices } from "~/data/outside.server";
import {
  allowsMailedCode,
  listVerifications,
} from "~/data/outside-signing.server";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { outsideDone } from "~/wording/outside";
import { performForOutside } from "./perform.server";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person } = await requirePage(request, params.slug);
  const mayInvite = isEditor(person);
  const [voices, version, verifications] = await Promise.all([
    listOutsideVoices(page.id),
    findVersionInReview(page.id),
    mayInvite ? listVerifications(page.id) : [],
  ]);
  return {
    verifications,
    maySign: version !== null && (await allowsMailedCode(version.id)),
    mayInvite,
    version,
    voices,
    done: new URL(request.url).searchParams.get("done"),
  };
}

/** An editor sends a link, takes one back, verifies somebody or asks them to sign. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug);
  const form = await request.formData();
  const performed = await performForOutside(sessionId, form);
  if (performed.ok) {
    const here = paths.deskPageAct(page.slug, "outside");
    return redirect(`${here}?done=${performed.done}`, 303);
  }
  const { status, intent: about, errors, typed } = performed;
  return data({ about, errors, typed }, { status });
}

/** Outside experts of a page: what they said, and for editors the links. */
export default function Outside() {
  const { mayInvite, version, voices, done, ...known } =
    useLoaderData<typeof loader>();
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
        below="A recommendation is not an approval. Whom an editor has verified can be asked to sign, where the review rules allow a mailed code; their signature counts like any other."
      >
        <OutsideVoices
          voices={voices}
          mayRevoke={mayInvite}
          actsOn={
            mayInvite
              ? (voice) =>
                  isFirstOf(voices, voice) && (
                    <ExpertVerification
                      expert={voice}
                      verifications={known.verifications}
                      mayAsk={known.maySign && voice.versionId === version?.id}
                      answer={answer ?? null}
                    />
                  )
              : undefined
          }
        />
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
              errors={answer?.about === "invite" ? answer.errors : []}
              typed={answer?.about === "invite" ? answer.typed : {}}
            />
          ) : (
            <p>No version is in review; submit one first.</p>
          )}
        </Section>
      )}
    </>
  );
}

/** A person may have several links: what is known of them stands at the newest. */
function isFirstOf(
  voices: readonly { linkId: string; personId: string }[],
  voice: { linkId: string; personId: string },
): boolean {
  return (
    voices.find(({ personId }) => personId === voice.personId)?.linkId ===
    voice.linkId
  );
}
