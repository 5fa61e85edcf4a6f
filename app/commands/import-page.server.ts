import { canonicalContent } from "~/content/canonical";
import type { PageContent } from "~/content/page-content";
import { runAct } from "~/data/act.server";
import { listTakenSlugs } from "~/data/import-settings.server";
import { appPool } from "~/data/pools.server";
import { done, type Outcome } from "~/domain/outcome";
import { slugFrom } from "~/lib/slug";

/** A page as it was read from a file, with what its source said of itself. */
export type PageToImport = {
  content: PageContent;
  /** History: dates, people and lines of the source, in its order. */
  facts: readonly {
    kind: string;
    raw: string;
    value: string | null;
    precision: string | null;
    isAmbiguous: boolean;
  }[];
  /** What it states where it is published; null when it states no date. */
  elsewhere: {
    address: string | null;
    lastReviewed: string | null;
    nextDue: string | null;
  } | null;
};

/**
 * Enters a page that stands elsewhere, or only in a file, as a draft whose
 * owner is whoever enters it: "entered by", not written by. What its source
 * stated is kept as history. The address is made from the title, with -2, -3
 * and so on where it is taken. Gives the page's id and address.
 */
export async function importPage(
  sessionId: string,
  { content, facts, elsewhere }: PageToImport,
): Promise<Outcome<{ pageId: string; slug: string }>> {
  const wanted = slugFrom(content.title) || "imported-page";
  const taken = await listTakenSlugs(wanted);
  for (let attempt = 1; ; attempt += 1) {
    const slug = unusedSlug(wanted, taken);
    const imported = await runAct<string>(appPool(), "import_page", [
      sessionId,
      slug,
      content.kind,
      canonicalContent(content),
      JSON.stringify(facts),
      elsewhere && JSON.stringify(elsewhere),
    ]);
    if (imported.ok) return done({ pageId: imported.value, slug });
    // Somebody else took the address in the same moment.
    if (imported.because !== "slug_taken" || attempt > 20) return imported;
    taken.add(slug);
  }
}

function unusedSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) {
    slug = `${wanted}-${String(number)}`;
  }
  return slug;
}
