import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOutsideReader } from "~/auth/outside-session.server";
import { DefinitionRows } from "~/components/definition-rows";
import { SimpleFrame } from "~/components/simple-frame";
import { Code } from "~/components/tag";
import { getDeskName } from "~/data/desk-frame.server";
import { getOutsideVoice } from "~/data/outside.server";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { needLabel, verdictLabels } from "~/wording/labels";
import { listInWords } from "~/wording/places";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Certificate · Imprimatur" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const [{ deskName }, reader] = await Promise.all([
    getDeskName(),
    findOutsideReader(request),
  ]);
  if (!reader.ok) throw new Response(null, { status: 404 });
  const { content: _text, ...reading } = reader.value.reading;
  const voice = await getOutsideVoice(reading.linkId);
  // There is something to certify once they have recommended, or signed.
  if (!voice.recommendedOn && !voice.signedOn)
    throw new Response(null, { status: 404 });
  return { deskName, reading, voice };
}

/** For an appraisal: that somebody read which text for whom, and when. To be printed. */
export default function Certificate() {
  const { deskName, reading, voice } = useLoaderData<typeof loader>();
  const { recommendedOn, signed, signedOn, signsAs, comments } = voice;
  const did = [
    "read",
    ...(comments.length > 0 ? ["commented on"] : []),
    ...(recommendedOn ? ["advised on"] : []),
    ...(signedOn ? ["signed a decision on"] : []),
  ];
  const who = [voice.name, voice.credentials].filter(Boolean).join(", ");
  return (
    <SimpleFrame deskName={deskName}>
      <h1 className="mb-4 text-h1">Certificate of expert review</h1>
      <p className="mb-6 text-lead">
        {who}
        {voice.affiliation && ` (${voice.affiliation})`} {listInWords(did)} a
        page for {deskName} as an outside expert.
      </p>
      <DefinitionRows
        rows={[
          { term: "Page", detail: reading.title },
          { term: "Version", detail: String(reading.versionNumber) },
          {
            term: "Hash of the text",
            detail: <Code value={reading.contentSha256} />,
          },
          { term: "Asked by", detail: reading.invitedBy },
          { term: "Asked on", detail: dayInWords(reading.invitedOn) },
          ...(recommendedOn
            ? [{ term: "Recommended on", detail: dayInWords(recommendedOn) }]
            : []),
          ...(signed && signedOn && signsAs
            ? [
                {
                  term: "Signed",
                  detail: `${verdictLabels[signed]}, as ${needLabel(signsAs).toLowerCase()}, on ${dayInWords(signedOn)}`,
                },
              ]
            : []),
          { term: "Comments", detail: String(comments.length) },
        ]}
      />
      <p className="mt-6 print:hidden">
        <a href={paths.outsideReview()}>Back to the page</a>
      </p>
    </SimpleFrame>
  );
}
