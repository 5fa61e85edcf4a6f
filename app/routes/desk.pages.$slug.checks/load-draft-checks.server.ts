import { checkDraft } from "~/commands/check-draft.server";
import { contentSha256 } from "~/content/content-hash.server";
import { findDraft } from "~/data/drafts.server";
import { findNewestWork } from "~/data/newest-work.server";

/**
 * What the checks find in the main draft as it was last saved, what blocks
 * first; null when there is none or a version holds that very text.
 */
export async function loadDraftChecks(
  page: { id: string; slug: string },
  versions: readonly { contentSha256: string }[],
) {
  const draft = await findDraft(page.id, "main");
  if (!draft) return null;
  const sha256 = contentSha256(draft.content);
  if (versions.some((version) => version.contentSha256 === sha256)) return null;
  const work = await findNewestWork(page.slug);
  const run = await checkDraft(draft.content, work?.isImported ?? false);
  const order = ["blocks", "warns", "hints"];
  return run.findings
    .map((finding, index) => ({
      ...finding,
      id: `draft-${String(index)}`,
      setAsideBy: null,
      setAsideExpertise: null,
      setAsideReason: null,
    }))
    .sort(
      (one, other) =>
        order.indexOf(one.severity) - order.indexOf(other.severity),
    );
}
