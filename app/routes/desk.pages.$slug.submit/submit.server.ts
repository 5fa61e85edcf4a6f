import { changeDetails } from "~/commands/change-details.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { type DraftLine, findDraft } from "~/data/drafts.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { SubmissionForm } from "./read-submission";

type Asking = { sessionId: string; page: { id: string } };

/** Keeps the change note in the draft, then submits that draft. Gives the version's id. */
export async function submit(
  { sessionId, page }: Asking,
  line: DraftLine,
  form: SubmissionForm,
): Promise<Outcome<string>> {
  const noted = await noteChange(sessionId, page.id, line, form);
  if (!noted.ok) return noted;
  return submitForReview(sessionId, {
    pageId: page.id,
    line,
    baseRevision: noted.value,
    kind: form.kind,
    scope: form.scope,
    expertise: form.expertise ?? null,
    isConfirmed: form.confirmed === "yes",
    isReadAnew: form.isReadAnew === "yes",
    coveringNote: form.coveringNote,
  });
}

/** Gives the revision with the note in it. */
async function noteChange(
  sessionId: string,
  pageId: string,
  line: DraftLine,
  { revision, changeNote }: SubmissionForm,
): Promise<Outcome<number>> {
  const draft = await findDraft(pageId, line);
  if (!draft) return refused("not_found");
  if (draft.content.changeNote === changeNote) return done(revision);
  return changeDetails(sessionId, {
    pageId,
    line,
    baseRevision: revision,
    details: { changeNote },
  });
}
