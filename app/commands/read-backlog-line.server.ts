import { canonicalContent } from "~/content/canonical";
import { emptyContent } from "~/content/empty-content";
import { parsePageContent } from "~/content/parse-page-content";
import { runAct } from "~/data/act.server";
import { listTakenSlugs } from "~/data/import-settings.server";
import { appPool } from "~/data/pools.server";
import { type Outcome, refused } from "~/domain/outcome";
import type { PageKind } from "~/domain/words";
import { slugFrom } from "~/lib/slug";
import type { PageToImport } from "./import-page.server";

/** A page that a review calendar lists, as it was read from the file. */
export type BacklogLine = {
  key: string;
  title: string;
  statements: PageToImport["facts"];
  elsewhere: NonNullable<PageToImport["elsewhere"]>;
};

export type LineRead = "added" | "restated" | "unchanged";

/**
 * Reads one line of a review calendar into the backlog: a page published
 * elsewhere, with an empty draft, the first time; the same line again changes
 * nothing; a line that says something else is kept under what it said before.
 */
export async function readBacklogLine(
  sessionId: string,
  calendar: string,
  { key, title, statements, elsewhere }: BacklogLine,
  kind: PageKind,
): Promise<Outcome<LineRead>> {
  const parsed = parsePageContent(emptyContent(kind, { title }));
  if (!parsed.ok) return refused("invalid_content");
  const content = canonicalContent(parsed.content);
  const said = JSON.stringify({ statements, elsewhere });
  const wanted = slugFrom(title) || "imported-page";
  const taken = await listTakenSlugs(wanted);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${String(number)}`;
    if (taken.has(slug)) continue;
    const read = await runAct<LineRead>(appPool(), "read_backlog_line", [
      ...[sessionId, calendar, key, said, slug, kind, content],
    ]);
    // Somebody else took the address in the same moment.
    if (read.ok || read.because !== "slug_taken" || number > 10_000)
      return read;
  }
}
