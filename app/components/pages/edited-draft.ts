import type { Body, PageContent } from "~/content/page-content";
import type { PageKind } from "~/domain/words";

/** A draft as its editor needs it; the rest of its content is in server forms. */
export type EditedDraft = {
  id: string;
  revision: number;
  body: Body;
  language: string;
  kind: PageKind;
  /** Names of those credited on the page, each once. */
  people: string[];
};

/** What of a draft goes to its editor. */
export function editedDraft(draft: {
  id: string;
  revision: number;
  content: PageContent;
}): EditedDraft {
  const { body, language, kind, credits } = draft.content;
  const people = [...new Set(credits.map(({ name }) => name))];
  return {
    id: draft.id,
    revision: draft.revision,
    body,
    language,
    kind,
    people,
  };
}
