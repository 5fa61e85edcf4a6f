import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { proposedOn } from "~/commands/answer-suggestions.server";
import { recordLook } from "~/commands/record-look.server";
import { SuggestEditor } from "~/components/suggestions/suggest-editor";
import { editedDraft } from "~/components/pages/edited-draft";
import { renderHtml } from "~/content/render-html";
import { getDeskDay } from "~/data/pages.server";
import { findOwnSuggestions } from "~/data/suggestions.server";

export const handle = { editor: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { page, access, person, draft, sessionId } = asked;
  // Kept, so that a first suggestion finds the text it was made in.
  await recordLook(sessionId, { draftId: draft.id });
  const [own, day] = await Promise.all([
    findOwnSuggestions(draft.id, person.id),
    getDeskDay(),
  ]);
  const base = { revision: draft.revision, body: draft.content.body };
  const content = { ...draft.content, body: proposedOn(base, own) };
  return {
    slug: page.slug,
    mayWrite: access === "write" && page.archivedAt === null,
    draft: {
      ...editedDraft({ ...draft, content }),
      revision: own?.revision ?? 0,
    },
    /** The text of the draft that the suggestions are compared with. */
    base,
    html: renderHtml(content, { citations: "named" }),
    person: { id: person.id, email: person.email },
    timeZone: day.timeZone,
  };
}

/** A private copy of the draft in the editor; what differs becomes suggestions. */
export default function Suggest() {
  return <SuggestEditor {...useLoaderData<typeof loader>()} />;
}
