import { paths } from "~/lib/paths";
import { PageEditor } from "../editor/page-editor";
import { PageText } from "../page-text";
import type { EditedDraft } from "./edited-draft";
import "../editor/others/others.css";
import "../editor/proposal/proposal.css";
import "../suggestions/suggestions.css";

type Props = {
  slug: string;
  line: "main" | "correction";
  draft: EditedDraft;
  /** The text as our own renderer made it, shown until the editor is there. */
  html: string;
  person: { id: string; email: string };
  timeZone: string;
  canWrite: boolean;
  /** Whether anybody else suggests something for this draft. */
  hasOthers?: boolean;
};

/** The text of a draft: in the editor for who may write it, to read for others. */
export function DraftEditor(props: Props) {
  const { slug, line, draft, html, person, timeZone, canWrite } = props;
  if (!canWrite)
    return (
      <div className="panel px-4 py-6 sm:px-8">
        <PageText html={html} />
      </div>
    );
  return (
    <PageEditor
      draftKey={`${draft.id}:${person.id}`}
      revision={draft.revision}
      body={draft.body}
      others={
        line === "main"
          ? {
              url: paths.openSuggestions(slug),
              areThere: props.hasOthers === true,
            }
          : undefined
      }
      initialHtml={html}
      language={draft.language}
      timeZone={timeZone}
      saveUrl={paths.saveDraft(slug, line)}
      signInUrl={paths.signInPlace()}
      penUrl={paths.pen(slug, line)}
      readUrl={line === "main" ? paths.readDraft(slug) : null}
      suggestUrl={line === "main" ? paths.suggest(slug) : null}
      genesUrl={paths.referenceGenes()}
      figuresUrl={paths.figures(slug)}
      componentsUrl={paths.componentsList()}
      kind={draft.kind}
      people={draft.people}
      email={person.email}
    />
  );
}
