import { runChecks, type CheckRun } from "~/checks";
import type { PageContent } from "~/content/page-content";
import { getReadingSettings } from "~/data/import-settings.server";
import { loadCheckReference } from "./load-check-reference.server";

/**
 * Runs the editorial checks on a text that is no version yet, against the
 * reference data of this desk. Nothing is recorded: the gate counts only runs
 * on a version.
 */
export async function checkDraft(
  content: PageContent,
  isImported: boolean,
): Promise<CheckRun> {
  const { today } = await getReadingSettings();
  const reference = await loadCheckReference(content);
  return runChecks(content, reference, today, { isImported });
}
