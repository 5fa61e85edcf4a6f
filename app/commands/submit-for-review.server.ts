import { runAct } from "~/data/act.server";
import { type DraftLine, findDraft } from "~/data/drafts.server";
import { inTransaction } from "~/data/in-transaction.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise, RoundKind } from "~/domain/words";
import { draftAnswerLetter } from "./draft-answer-letter.server";
import { runChecksOn } from "./run-checks.server";

export type Submission = {
  pageId: string;
  line: DraftLine;
  baseRevision: number;
  kind: RoundKind;
  /** Ids of the blocks that an update or a copy fix is about. */
  scope: string[];
  /** For a safety correction: the expertise that its blocks need. */
  expertise: Expertise | null;
  /** An editor's yes to superseding an approved or scheduled version. */
  isConfirmed: boolean;
  /** A full review of every section, also of those whose sign-off could be kept. */
  isReadAnew?: boolean;
  /** What the author says to the reviewers above the answers to their remarks. */
  coveringNote?: string;
};

/**
 * Makes the immutable version, opens its review round with the rules in force,
 * and runs the editorial checks on it. Where reviewers' remarks wait for an
 * answer, the letter goes with it. Gives the version's id.
 */
export async function submitForReview(
  sessionId: string,
  submission: Submission,
): Promise<Outcome<string>> {
  const { pageId, line, coveringNote = "" } = submission;
  const draft = await findDraft(pageId, line);
  const answers = draft
    ? await draftAnswerLetter(draft.id, draft.content.body)
    : [];
  const changes = Object.fromEntries(
    answers.map(({ commentId, before, after }) => [
      commentId,
      { before, after },
    ]),
  );
  const submitted = await inTransaction<string>(async (database) => {
    const version = await runAct<string>(database, "submit_version", [
      sessionId,
      pageId,
      line,
      submission.baseRevision,
      submission.kind,
      submission.scope,
      null,
      submission.expertise,
      submission.isConfirmed,
      !(submission.isReadAnew ?? false),
    ]);
    if (!version.ok || answers.length === 0) return version;
    const letter = await runAct<string | null>(
      database,
      "write_answer_letter",
      [sessionId, version.value, coveringNote, JSON.stringify(changes)],
    );
    return letter.ok ? version : letter;
  });
  // A run that is refused leaves the version without one, and the gate says so.
  if (submitted.ok) await runChecksOn(submitted.value);
  return submitted;
}
