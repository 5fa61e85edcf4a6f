import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { suggestedIn } from "~/commands/answer-suggestions.server";
import { SuggestEditor } from "~/components/suggestions/suggest-editor";
import { editedDraft } from "~/components/pages/edited-draft";
import { renderHtml } from "~/content/render-html";
import { rebased, standingOf } from "~/content/suggestions/standing";
import type { Draft } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import {
  findOwnSuggestions,
  type SuggestionSet,
} from "~/data/suggestions.server";

export const handle = { editor: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { page, access, person, draft } = asked;
  const [own, day] = await Promise.all([
    findOwnSuggestions(draft.id, person.id),
    getDeskDay(),
  ]);
  const body = own ? proposedNow(draft, own) : draft.content.body;
  const content = { ...draft.content, body };
  return {
    slug: page.slug,
    mayWrite: access === "write" && page.archivedAt === null,
    draft: {
      ...editedDraft({ ...draft, content }),
      revision: own?.revision ?? 0,
    },
    /** The text of the draft that the suggestions are compared with. */
    base: { revision: draft.revision, body: draft.content.body },
    html: renderHtml(content, { citations: "named" }),
    person: { id: person.id, email: person.email },
    timeZone: day.timeZone,
  };
}

/** One's suggestions on top of the draft as it stands: what was declined is out of it. */
function proposedNow(draft: Draft, own: SuggestionSet) {
  const isUnanswered = own.decisions.every(
    ({ verdict }) => verdict === "undone",
  );
  if (own.baseRevision === draft.revision && isUnanswered)
    return own.proposed.body;
  return rebased(draft.content.body, standingOf(suggestedIn(own)));
}

/** A private copy of the draft in the editor; what differs becomes suggestions. */
export default function Suggest() {
  return <SuggestEditor {...useLoaderData<typeof loader>()} />;
}
