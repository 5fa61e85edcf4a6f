import { changeDetails } from "~/commands/change-details.server";
import { findDraft } from "~/data/drafts.server";
import type { FieldError } from "~/lib/parse-form";
import { refusedForm } from "~/wording/refused-form";
import { wordRefusal } from "~/wording/refusals";
import { readSection } from "./read-section.server";
import { markOf } from "./seen.server";
import type { DetailsSection } from "./sections";

export type SectionRefused = {
  status: number;
  errors: FieldError[];
  /** Somebody saved this part meanwhile; what they saved stands beside the form. */
  isClash: boolean;
};

type Asking = {
  sessionId: string;
  page: {
    id: string;
    kind: string;
    language: string;
    collectionId: string | null;
  };
};

/** Saves one part of the details; null when it went through. */
export async function saveSection(
  { sessionId, page }: Asking,
  section: DetailsSection,
  form: FormData,
): Promise<SectionRefused | null> {
  const read = await readSection(section, form);
  if (!read.ok) return { status: 422, errors: read.errors, isClash: false };
  const { details, place } = read.changes;
  const isPlaced =
    place?.kind === page.kind &&
    place.language === page.language &&
    place.collectionId === page.collectionId;
  // The text may be saved between our look and our save; then we look again.
  for (let tries = 0; ; tries += 1) {
    const draft = await findDraft(page.id, "main");
    if (!draft) throw new Response(null, { status: 404 });
    const mark = markOf(section, draft.content, page.collectionId);
    if (mark !== form.get("seen")) return clash();
    const outcome = await changeDetails(sessionId, {
      pageId: page.id,
      line: "main",
      baseRevision: draft.revision,
      details,
      place: isPlaced ? undefined : place,
    });
    if (outcome.ok) return null;
    if (outcome.because === "stale_save" && tries < 3) continue;
    const problems = outcome.problems ?? [];
    if (problems.length === 0)
      return {
        ...refusedForm(outcome, { kind_fixed: "kind" }, section),
        isClash: false,
      };
    const errors = problems.map((problem) => ({
      name: read.fieldOf(problem),
      sentence: problem.message,
    }));
    return { status: 422, errors, isClash: false };
  }
}

function clash(): SectionRefused {
  const { status } = wordRefusal("stale_save");
  return { status, errors: [], isClash: true };
}
