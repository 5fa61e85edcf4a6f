import { runAct } from "~/data/act.server";
import type { DraftLine } from "~/data/drafts.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise, RoundKind } from "~/domain/words";
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
};

/**
 * Makes the immutable version, opens its review round with the rules in force,
 * and runs the editorial checks on it. Gives the version's id.
 */
export async function submitForReview(
  sessionId: string,
  submission: Submission,
): Promise<Outcome<string>> {
  const submitted = await runAct<string>(appPool(), "submit_version", [
    sessionId,
    submission.pageId,
    submission.line,
    submission.baseRevision,
    submission.kind,
    submission.scope,
    null,
    submission.expertise,
    submission.isConfirmed,
    !(submission.isReadAnew ?? false),
  ]);
  // A run that is refused leaves the version without one, and the gate says so.
  if (submitted.ok) await runChecksOn(submitted.value);
  return submitted;
}
