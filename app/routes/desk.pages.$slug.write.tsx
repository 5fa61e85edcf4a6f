import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { countSuggestions } from "~/commands/count-suggestions.server";
import { placeComments } from "~/commands/place-comments.server";
import { ButtonLink } from "~/components/button";
import { DataScript } from "~/components/data-script";
import { MomentText } from "~/components/day-text";
import type { CommentDesk } from "~/components/editor/comment-desk";
import { editorPlace } from "~/components/editor/editor-place";
import { keptCommentName } from "~/components/kept-comment";
import { BottomBar } from "~/components/layout";
import { CommentMarksData } from "~/components/pages/comment-marks-data";
import { DraftEditor } from "~/components/pages/draft-editor";
import { editedDraft } from "~/components/pages/edited-draft";
import { AnswerNotice } from "~/components/review/answer-notice";
import { actingIn } from "~/components/review/remark-acting";
import { TextRemarks } from "~/components/review/text-remarks";
import { ModeSwitch } from "~/components/suggestions/mode-switch";
import { renderMarked } from "~/content/anchors/mark-places";
import { listDraftComments, listMentionable } from "~/data/comments.server";
import { findDraft } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { commentMarkName } from "~/wording/review";

export const handle = { editor: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const { page, access, person } = asked;
  const [draft, day] = await Promise.all([
    findDraft(page.id, "main"),
    getDeskDay(),
  ]);
  if (!draft) throw new Response(null, { status: 404 });
  const { content, updatedAt, updatedBy } = draft;
  const mayWrite = access === "write" && page.archivedAt === null;
  const query = new URL(request.url).searchParams;
  const isReading = query.get("view") === "read";
  const [comments, people, suggestions] = await Promise.all([
    listDraftComments(draft.id),
    listMentionable(draft.id),
    countSuggestions(draft.id, person.id),
  ]);
  const placed = await placeComments(
    comments,
    content.body,
    draft.id,
    commentMarkName,
  );
  return {
    slug: page.slug,
    suggestions: suggestions.open,
    hasOthers: suggestions.hasOthers,
    mayWrite,
    canWrite: mayWrite && !isReading,
    draft: editedDraft(draft),
    html: renderMarked(content, placed.marks, { citations: "named" }),
    marks: placed.marks,
    remarks: placed.comments,
    people,
    acting: actingIn(query),
    done: query.get("done"),
    saved: { updatedAt, updatedBy },
    mayInsist: isEditor(person),
    person: { id: person.id, email: person.email },
    timeZone: day.timeZone,
  };
}

/** The main draft in the editor; without JavaScript, or the right to write, to read. */
export default function Write() {
  const { saved, mayWrite, remarks, marks, people, acting, done, ...known } =
    useLoaderData<typeof loader>();
  const { slug } = known;
  const commentDesk: CommentDesk = {
    raiseUrl: paths.raiseComment(slug),
    keptAs: keptCommentName(slug, known.person.id),
    mayInsist: known.mayInsist,
    people,
  };
  return (
    <div className={known.hasOthers ? "max-w-[80rem]" : "max-w-[61rem]"}>
      <AnswerNotice done={done} />
      {mayWrite && !known.canWrite && (
        <p className="mb-4">
          You read the draft as it was last saved.{" "}
          <a href={paths.deskPageAct(known.slug, "write")}>Write in it</a>
        </p>
      )}
      {known.canWrite && (
        <ModeSwitch
          slug={known.slug}
          mode="editing"
          mayWrite
          suggestions={known.suggestions}
        />
      )}
      <CommentMarksData marks={marks} />
      {known.canWrite && (
        <DataScript id={editorPlace.commentDesk} data={commentDesk} />
      )}
      <DraftEditor line="main" {...known} />
      {known.canWrite && (
        <BottomBar>
          <ButtonLink tone="primary" href={paths.submit(known.slug)}>
            Submit for review
          </ButtonLink>
          <ButtonLink href={paths.wordFile(known.slug)}>Word file</ButtonLink>
        </BottomBar>
      )}
      <p className="mt-4 text-small text-ink-2">
        Opened as saved{saved.updatedBy && ` by ${saved.updatedBy}`},{" "}
        <MomentText at={saved.updatedAt} timeZone={known.timeZone} />. The title
        and the author credits stand under{" "}
        <a href={paths.deskPageAct(known.slug, "details")}>Details</a>.
        {mayWrite && (
          <>
            {" "}
            A figure can also be{" "}
            <a href={paths.deskPageAct(slug, "add-figure")}>
              added with a plain form
            </a>
            .
          </>
        )}
      </p>
      <TextRemarks
        title="Comments"
        empty={<p className="text-ink-2">Nobody has commented on this text.</p>}
        remarks={remarks}
        places={null}
        timeZone={known.timeZone}
        mayRemark={mayWrite}
        mayInsist={false}
        mayClose={() => mayWrite}
        discussion={{
          ...{ here: paths.deskPageAct(slug, "write"), acting, people },
          ...{ postTo: paths.comments(slug), answer: null },
        }}
      />
      {mayWrite && (
        <p className="mt-4">
          <a href={`${paths.comments(slug)}#remark`}>Comment on this text</a>
        </p>
      )}
    </div>
  );
}
