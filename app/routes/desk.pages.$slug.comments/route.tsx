import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { placeComments } from "~/commands/place-comments.server";
import { EmptyState } from "~/components/empty-state";
import { keptCommentName } from "~/components/kept-comment";
import { WithAside } from "~/components/layout";
import { Section } from "~/components/page-heading";
import { PageText } from "~/components/page-text";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { KeepRemark } from "~/components/review/keep-remark";
import { actingIn } from "~/components/review/remark-acting";
import { SelectionBar } from "~/components/review/selection-bar";
import { TextRemarks } from "~/components/review/text-remarks";
import { renderMarked } from "~/content/anchors/mark-places";
import { blockChoices } from "~/content/block-names";
import { listDraftComments, listMentionable } from "~/data/comments.server";
import { getDeskDay } from "~/data/pages.server";
import { paths, safeReturnPath } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { performComment } from "./perform-comment.server";
import { commentMarkName } from "~/wording/review";

/** The draft to read, with what was remarked on it; for who writes it and who is asked about it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { page, access, person, draft } = asked;
  const query = new URL(request.url).searchParams;
  const [comments, people, day] = await Promise.all([
    listDraftComments(draft.id),
    listMentionable(draft.id),
    getDeskDay(),
  ]);
  const { content } = draft;
  const placed = await placeComments(
    comments,
    content.body,
    draft.id,
    commentMarkName,
  );
  return {
    slug: page.slug,
    remarks: placed.comments,
    html: renderMarked(content, placed.marks, { citations: "named" }),
    places: blockChoices(content),
    people,
    mayClose: access === "write",
    mayInsist: access === "review" || isEditor(person),
    mayRemark: access !== "read" && page.archivedAt === null,
    personId: person.id,
    timeZone: day.timeZone,
    acting: actingIn(query),
    done: query.get("done"),
  };
}

/** Comments on the draft, answers, closes, opens again; sent from here or from beside the editor. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const sent = await request.formData();
  const performed = await performComment(
    asked,
    { draftId: asked.draft.id },
    sent,
  );
  if (!performed) throw new Response(null, { status: 400 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const back = sent.get("back");
  const to =
    typeof back === "string"
      ? safeReturnPath(back)
      : paths.comments(asked.page.slug);
  const commentId = sent.get("commentId");
  const card = typeof commentId === "string" ? `#remark-${commentId}` : "";
  return redirect(`${to}?done=${performed.done}${card}`, 303);
}

/** Everything said about the draft, beside its text. */
export default function Comments() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { slug } = known;
  const remarks = (
    <div className="remarks-beside">
      <TextRemarks
        {...known}
        title="Comments"
        below="The page's team, editors and the reviewers who are asked see them; readers never do."
        empty={
          <EmptyState title="Nobody has commented on this text">
            Select text to comment on it. A comment keeps to its words when the
            text is written anew.
          </EmptyState>
        }
        mayClose={({ raisedById }) =>
          known.mayClose || raisedById === known.personId
        }
        discussion={{ ...known, here: paths.comments(slug), answer }}
      />
    </div>
  );
  return (
    <>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
      <WithAside aside={remarks}>
        <Section
          id="text"
          title="The draft as it was last saved"
          below={
            known.mayRemark
              ? "Select words to comment on them, or to suggest others."
              : undefined
          }
        >
          <div className="panel px-4 py-6 sm:px-8">
            <PageText html={known.html} />
          </div>
        </Section>
      </WithAside>
      {known.mayRemark && (
        <KeepRemark
          keptAs={keptCommentName(slug, known.personId)}
          hasSent={known.done === "remarked"}
        />
      )}
      {known.mayRemark && <SelectionBar wordingUrl={paths.wording(slug)} />}
    </>
  );
}
