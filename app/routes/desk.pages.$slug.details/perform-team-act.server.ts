import { addAuthor } from "~/commands/add-author.server";
import { handOverPage } from "~/commands/hand-over-page.server";
import { removeAuthor } from "~/commands/remove-author.server";
import type { Outcome } from "~/domain/outcome";
import { type FieldError, parseForm } from "~/lib/parse-form";
import { refusedForm } from "~/wording/refused-form";
import { authorForm, ownerForm } from "./read-details";
import type { SectionRefused } from "./save-section.server";
import type { TeamAct } from "./sections";

type Asking = { sessionId: string; page: { id: string } };

/** Hands the page over, or changes who writes it; null when it went through. */
export async function performTeamAct(
  { sessionId, page }: Asking,
  act: TeamAct,
  form: FormData,
): Promise<SectionRefused | null> {
  if (act === "hand-over") {
    const read = parseForm(ownerForm, form);
    if (!read.ok) return wrong(read.errors);
    const to = { pageId: page.id, ownerId: read.values.owner };
    return answerOf(await handOverPage(sessionId, to), "owner");
  }
  const read = parseForm(authorForm, form);
  if (!read.ok) return wrong(read.errors);
  const change = act === "add-author" ? addAuthor : removeAuthor;
  const author = { pageId: page.id, personId: read.values.author };
  return answerOf(await change(sessionId, author), "author");
}

function answerOf(outcome: Outcome, field: string): SectionRefused | null {
  if (outcome.ok) return null;
  return { ...refusedForm(outcome, {}, field), isClash: false };
}

function wrong(errors: FieldError[]): SectionRefused {
  return { status: 422, errors, isClash: false };
}
