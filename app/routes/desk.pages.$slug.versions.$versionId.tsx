import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { placeComments } from "~/commands/place-comments.server";
import { recordLook } from "~/commands/record-look.server";
import { PageText } from "~/components/page-text";
import { VersionFacts } from "~/components/pages/version-facts";
import { WithAside } from "~/components/layout";
import { Section } from "~/components/page-heading";
import { comparisonOf } from "~/components/review/comparison-of";
import { AnswerLetter } from "~/components/review/answer-letter";
import { ComparisonView } from "~/components/review/comparison-view";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { actingIn } from "~/components/review/remark-acting";
import { TextRemarks } from "~/components/review/text-remarks";
import { SelectionBar } from "~/components/review/selection-bar";
import { renderMarked } from "~/content/anchors/mark-places";
import { blockChoices } from "~/content/block-names";
import { findAnswerLetter } from "~/data/answer-letters.server";
import { listComments, listMentionable } from "~/data/comments.server";
import { findLiveText } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import { findVersion, listContributors } from "~/data/versions.server";
import { paths } from "~/lib/paths";
import { isEditor, mayNotSeeVersion } from "~/policy/pages";
import { performComment } from "./desk.pages.$slug.comments/perform-comment.server";
import { commentMarkName } from "~/wording/review";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug);
  const { page, person, access, sessionId } = asked;
  const query = new URL(request.url).searchParams;
  const version = await findVersion(page.id, params.versionId ?? "");
  if (!version || mayNotSeeVersion(person, page, version.id))
    throw new Response(null, { status: 404 });
  const { draftId } = version;
  const [live, contributors, day, comments, people] = await Promise.all([
    findLiveText(page.id),
    listContributors(version.id),
    getDeskDay(),
    listComments(version.id),
    listMentionable(draftId),
  ]);
  const placed = await placeComments(
    comments,
    version.content.body,
    draftId,
    commentMarkName,
  );
  // So that the next text of this page can be compared with what was seen.
  await recordLook(sessionId, { versionId: version.id });
  const isCompared = live !== null && live.versionId !== version.id;
  const { content, ...facts } = version;
  const { body: _text, ...details } = content;
  return {
    slug: page.slug,
    version: facts,
    details,
    contributors,
    timeZone: day.timeZone,
    html: renderMarked(content, placed.marks),
    remarks: placed.comments,
    places: blockChoices(content),
    people,
    personId: person.id,
    mayRemark: access !== "read" && page.archivedAt === null,
    mayInsist: access === "review" || isEditor(person),
    mayClose: access === "write",
    acting: actingIn(query),
    done: query.get("done"),
    letter: await findAnswerLetter(version.id),
    liveNumber: live?.number ?? null,
    changes: isCompared
      ? comparisonOf(live.content, content, { foldsUnchanged: true })
      : null,
  };
}

/** A remark on this version, or an act on one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug);
  const { page, person } = asked;
  const version = await findVersion(page.id, params.versionId ?? "");
  if (!version || mayNotSeeVersion(person, page, version.id))
    throw new Response(null, { status: 404 });
  const sent = await request.formData();
  const performed = await performComment(
    asked,
    { versionId: version.id },
    sent,
  );
  if (!performed) throw new Response(null, { status: 400 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const here = paths.deskVersion(page.slug, version.id);
  return redirect(`${here}?done=${performed.done}#remarks`, 303);
}

/** One version exactly as it is signed and published, and how it differs from the live text. */
export default function VersionScreen() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { version, changes, liveNumber, slug } = known;
  return (
    <WithAside aside={<VersionFacts {...known} />}>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
      <h2 className="text-h2">
        Version {version.number}: {known.details.title}
      </h2>
      <div className="panel mt-4 px-4 py-6 sm:px-8">
        <PageText html={known.html} />
      </div>
      {known.mayRemark && (
        <SelectionBar
          wordingUrl={known.mayClose ? paths.wording(slug) : null}
        />
      )}
      <TextRemarks
        {...known}
        title="Comments"
        empty={<p className="text-ink-2">Nobody has commented on this text.</p>}
        mayClose={({ raisedById }) =>
          known.mayClose || raisedById === known.personId
        }
        discussion={{
          ...known,
          here: paths.deskVersion(slug, version.id),
          answer,
        }}
      />
      {known.letter && (
        <Section
          id="answers"
          title="Answer to the reviewers"
          below={`Sent by ${known.letter.writtenBy} with this version.`}
        >
          <AnswerLetter {...known.letter} readerId={known.personId} />
        </Section>
      )}
      {changes && (
        <Section
          id="changes"
          title={`Compared with the live text, version ${String(liveNumber)}`}
          action={
            <a
              href={paths.compare(known.slug, {
                from: String(liveNumber),
                to: String(version.number),
              })}
            >
              Compare with another text
            </a>
          }
        >
          <ComparisonView
            shown={changes}
            none="Nothing differs from the live text."
          />
        </Section>
      )}
    </WithAside>
  );
}
