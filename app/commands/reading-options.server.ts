import { knownGenes } from "~/checks/known-facts";
import type { Finding } from "~/checks/rule";
import type { PageContent } from "~/content/page-content";
import {
  findApprovedSymbols,
  getReadingSettings,
  isReviewOverdue,
  type ReadingSettings,
} from "~/data/import-settings.server";
import type { PageKind } from "~/domain/words";
import { checkDraft } from "./check-draft.server";

/** What the importers are told about this desk. */
export type ReadingOptions = ReadingSettings & {
  genes: ReadonlyMap<string, { hgncId: string }>;
  kind: PageKind;
  isOverdue: (due: string) => Promise<boolean>;
  check: (content: PageContent) => Promise<readonly Finding[]>;
};

/**
 * How this desk reads files today: what is overdue, its order of figures, the loaded
 * genes (a few well-known ones when none are), and its editorial checks. A
 * page that does not show its kind is taken for a clinician page, whose rules
 * ask for the most approvals.
 */
export async function readingOptions(): Promise<ReadingOptions> {
  const settings = await getReadingSettings();
  return {
    ...settings,
    genes: (await findApprovedSymbols()) ?? knownGenes,
    kind: "clinician_page",
    isOverdue: isReviewOverdue,
    check: async (content) => (await checkDraft(content, true)).findings,
  };
}
