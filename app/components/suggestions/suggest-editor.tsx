import type { Body } from "~/content/page-content";
import { paths } from "~/lib/paths";
import { ButtonLink } from "../button";
import { PageEditor } from "../editor/page-editor";
import { BottomBar } from "../layout";
import type { EditedDraft } from "../pages/edited-draft";
import { ModeSwitch } from "./mode-switch";
import "./suggestions.css";
import "../editor/proposal/proposal.css";

type Props = {
  slug: string;
  mayWrite: boolean;
  draft: EditedDraft;
  base: { revision: number; body: Body };
  html: string;
  person: { id: string; email: string };
  timeZone: string;
};

/** The editor over a private copy: the draft itself stays as it is until somebody accepts. */
export function SuggestEditor(props: Props) {
  const { slug, mayWrite, draft, base, html, person, timeZone } = props;
  return (
    <div className="max-w-[80rem]">
      <ModeSwitch slug={slug} mode="suggesting" mayWrite={mayWrite} />
      <PageEditor
        draftKey={`${draft.id}:${person.id}:suggest`}
        revision={draft.revision}
        body={draft.body}
        base={base.body}
        initialHtml={html}
        language={draft.language}
        timeZone={timeZone}
        saveUrl={paths.saveSuggestions(slug, base.revision)}
        signInUrl={paths.signInPlace()}
        penUrl={null}
        readUrl={null}
        suggestUrl={null}
        genesUrl={paths.referenceGenes()}
        figuresUrl={mayWrite ? paths.figures(slug) : null}
        componentsUrl={paths.componentsList()}
        kind={draft.kind}
        people={draft.people}
        email={person.email}
      />
      <BottomBar>
        <ButtonLink tone="primary" href={paths.suggestions(slug)}>
          See your suggestions
        </ButtonLink>
        <ButtonLink href={paths.wordFile(slug)}>Word file</ButtonLink>
        <p className="text-small text-ink-2">
          Kept as you write. The authors see them beside the text.
        </p>
      </BottomBar>
    </div>
  );
}
