import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOutsideReader } from "~/auth/outside-session.server";
import { ErrorSummary } from "~/components/error-summary";
import { Notice } from "~/components/notice";
import { OutsideForms } from "~/components/outside/outside-forms";
import { PageText } from "~/components/page-text";
import { SimpleFrame } from "~/components/simple-frame";
import { renderHtml } from "~/content/render-html";
import { getDeskName } from "~/data/desk-frame.server";
import { getOutsideVoice } from "~/data/outside.server";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { outsideDone } from "~/wording/outside";
import { wordRefusal } from "~/wording/refusals";
import { loadSigning } from "./load-signing.server";
import { performOutside } from "./perform.server";
import { performSigning } from "./perform-signing.server";
import { SigningAsked, SigningSection } from "./signing-section";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Your review · Imprimatur" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const [{ deskName }, reader] = await Promise.all([
    getDeskName(),
    findOutsideReader(request),
  ]);
  if (!reader.ok) {
    const { sentence } = wordRefusal(reader.because);
    const isOver = reader.because.startsWith("link_");
    return data(
      {
        deskName,
        reading: null,
        voice: null,
        signing: null,
        html: "",
        done: null,
        act: null,
        sentence: isOver
          ? sentence
          : "Open the link in your mail again to go on reading.",
      },
      { status: statusOf(reader.because) },
    );
  }
  const { content, ...reading } = reader.value.reading;
  const query = new URL(request.url).searchParams;
  const signing = await loadSigning(reader.value.sessionId, reading.personId);
  return data({
    deskName,
    reading,
    voice: await getOutsideVoice(reading.linkId),
    signing,
    html: signing?.html ?? renderHtml(content),
    done: query.get("done"),
    act: query.get("act"),
    sentence: null,
  });
}

/** A link that is over is gone; without one somebody has to open theirs again. */
function statusOf(because: string): number {
  return because.startsWith("link_") ? 410 : 401;
}

const signingIntents = new Set([
  ...["outside_accept", "outside_decline", "outside_interests"],
  ...["outside_code", "outside_sign"],
  ...["outside_own_code", "outside_reaffirm", "outside_revoke"],
]);

/** One act of the expert; what was typed comes back with every refusal. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const reader = await findOutsideReader(request);
  const isOfSigning =
    reader.ok && signingIntents.has(String(form.get("intent")));
  const performed = isOfSigning
    ? await performSigning(
        {
          sessionId: reader.value.sessionId,
          personId: reader.value.reading.personId,
        },
        form,
      )
    : await performOutside(reader.ok ? reader.value.sessionId : "", form);
  if (performed.ok) return redirect(paths.outsideReview(performed.done), 303);
  const status = reader.ok ? performed.status : statusOf(reader.because);
  return data(performed, { status });
}

export default function OutsideReview() {
  const { deskName, reading, voice, signing, html, done, act, sentence } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const said = outsideDone(done);
  if (!reading)
    return (
      <SimpleFrame deskName={deskName}>
        <h1 className="mb-6 text-h1">There is nothing to read here</h1>
        <Notice tone="warn" title={sentence} />
        {refused && <Kept typed={refused.typed} />}
      </SimpleFrame>
    );
  return (
    <SimpleFrame deskName={deskName}>
      <p id="answer" className="text-ink-2">
        {reading.personName}, for {reading.invitedBy} · version{" "}
        {reading.versionNumber} · until {dayInWords(reading.expiresOn)}
      </p>
      <h1 className="mb-2 font-serif text-h1">{reading.title}</h1>
      {signing ? (
        <SigningAsked signing={signing} />
      ) : (
        <p className="mb-6">
          You are asked to read this, to <a href="#comments">comment</a>, and to{" "}
          <a href="#recommendation">say whether you would publish it</a>. It is
          an opinion, not a signature.
        </p>
      )}
      {said && !refused && (
        <div className="mb-6">
          <Notice tone="done" title={said} isAnswer />
        </div>
      )}
      <ErrorSummary errors={refused?.errors ?? []} />
      {!reading.isOpen && (
        <div className="mb-6">
          <Notice
            tone="warn"
            title="The review of this version is over. You can still read it; comments are not taken any more."
          />
        </div>
      )}
      <PageText html={html} />
      {signing && (
        <div className="mt-10 border-t border-rule pt-6">
          <SigningSection signing={signing} act={act} answer={refused} />
        </div>
      )}
      <OutsideForms reading={reading} voice={voice} refused={refused} />
    </SimpleFrame>
  );
}

/** The words of a form that came too late, so that nothing typed is lost. */
function Kept({ typed }: { typed: Record<string, string | string[]> }) {
  const words = [typed["body"], typed["comment"]].flat().filter(Boolean);
  if (words.length === 0) return null;
  return (
    <div className="mt-6">
      <p className="font-bold">What you typed was not sent:</p>
      <p className="mt-2 whitespace-pre-line">{words.join("\n")}</p>
    </div>
  );
}
