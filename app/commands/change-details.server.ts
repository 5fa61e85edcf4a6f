import { canonicalContent } from "~/content/canonical";
import type { Metadata } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import type { Problem } from "~/content/problems";
import { type Queryable, runAct } from "~/data/act.server";
import { type DraftLine, findDraft } from "~/data/drafts.server";
import { inTransaction } from "~/data/in-transaction.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { PageKind } from "~/domain/words";

export type DetailsInput = {
  pageId: string;
  line: DraftLine;
  /** The revision whose details the form showed. */
  baseRevision: number;
  /** What is to be said instead; fields left out stay as they are. */
  details: Partial<Omit<Metadata, "kind" | "language">>;
  /** Kind, language and shelf, which stand beside the page as well. */
  place?: Place;
};

export type Place = {
  kind: PageKind;
  language: string;
  collectionId: string | null;
};

/**
 * Changes what a page says of itself, leaving its text alone. All of it
 * changes, or nothing. Gives the revision that holds now.
 */
export async function changeDetails(
  sessionId: string,
  input: DetailsInput,
): Promise<Outcome<number> & { problems?: Problem[] }> {
  const draft = await findDraft(input.pageId, input.line);
  if (!draft) return refused("not_found");
  const { kind, language } = input.place ?? draft.content;
  const parsed = parsePageContent({
    ...draft.content,
    ...input.details,
    kind,
    language,
  });
  if (!parsed.ok)
    return { ...refused("invalid_content"), problems: parsed.problems };
  return inTransaction(async (database) => {
    const placed = await changePlace(database, sessionId, input);
    if (!placed.ok) return placed;
    return runAct<number>(database, "save_draft", [
      sessionId,
      input.pageId,
      input.line,
      input.baseRevision,
      canonicalContent(parsed.content),
    ]);
  });
}

async function changePlace(
  database: Queryable,
  sessionId: string,
  { pageId, place }: DetailsInput,
): Promise<Outcome> {
  if (!place) return done(null);
  return runAct(database, "set_page_place", [
    sessionId,
    pageId,
    place.kind,
    place.language,
    place.collectionId,
  ]);
}
