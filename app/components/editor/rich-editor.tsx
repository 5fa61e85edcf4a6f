import { EditorContent, useEditor } from "@tiptap/react";
import { useRef, useState } from "react";
import { contentSchemaSpec } from "~/content/schema";
import { CaptionDialog } from "./caption-dialog";
import { CitationDialog } from "./citation-dialog";
import { ClashLayer } from "./clash-layer";
import type { PageEditorProps } from "./editor-props";
import { editorExtensions } from "./extensions";
import { GeneDialog } from "./gene-dialog";
import { KeptTexts } from "./kept-texts";
import { LinkDialog } from "./link-dialog";
import { SaveStatus } from "./save-status";
import { SignInLayer } from "./sign-in-layer";
import { Toolbar, type DialogName } from "./toolbar";
import { useWriting } from "./use-writing";

const dialogs = {
  link: LinkDialog,
  citation: CitationDialog,
  gene: GeneDialog,
  caption: CaptionDialog,
} as const;

/** The editor itself; only `PageEditor` imports it, and only in a browser. */
export function RichEditor(props: PageEditorProps) {
  const toolbar = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [contentError, setContentError] = useState(false);
  const [initial] = useState(props.body);
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      extensions: editorExtensions({
        goToToolbar: () => focusToolbar(toolbar.current),
        openLink: () => setDialog("link"),
      }),
      schemaSpec: contentSchemaSpec,
      content: initial,
      enableContentCheck: true,
      onContentError: ({ editor: failing }) => {
        failing.setEditable(false, false);
        setContentError(true);
      },
      editorProps: {
        attributes: {
          class: "page-text",
          id: "page-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "Text of the page",
          "aria-describedby": "editor-keys",
          lang: props.language,
          spellcheck: "true",
        },
        // Room for the tools that stick above and a phone's keyboard below.
        scrollMargin: { top: 140, right: 0, bottom: 80, left: 0 },
        scrollThreshold: { top: 140, right: 0, bottom: 80, left: 0 },
      },
    },
    [],
  );
  const writing = useWriting(contentError ? null : editor, props);
  const Dialog = dialog === null ? null : dialogs[dialog];
  const closeDialog = () => {
    setDialog(null);
    editor?.commands.focus();
  };

  return (
    <div className="page-editor">
      <div className="editor-head">
        {editor ? (
          <Toolbar ref={toolbar} editor={editor} onDialog={setDialog} />
        ) : (
          <div className="editor-tools" aria-hidden="true" />
        )}
        <SaveStatus writing={writing} {...props} />
        <ClashLayer writing={writing} {...props} />
        <SignInLayer writing={writing} {...props} />
        {contentError ? (
          <p className="editor-trouble" role="alert">
            This page holds something that this editor cannot show. Nothing was
            changed; tell the desk.
          </p>
        ) : null}
      </div>
      <KeptTexts writing={writing} {...props} />
      {editor ? (
        <EditorContent className="editor-paper" editor={editor} />
      ) : (
        <div
          className="editor-paper"
          // Our own renderer made this from checked content.
          dangerouslySetInnerHTML={{ __html: props.initialHtml }}
        />
      )}
      <p id="editor-keys" className="editor-keys">
        <kbd>Alt</kbd>+<kbd>F10</kbd> goes to the tools. <kbd>Esc</kbd>, then{" "}
        <kbd>Tab</kbd> leaves the text. <kbd>Ctrl</kbd>+<kbd>Enter</kbd> starts
        a paragraph after a block.
      </p>
      {editor && Dialog ? (
        <Dialog
          editor={editor}
          genesUrl={props.genesUrl}
          onClose={closeDialog}
        />
      ) : null}
    </div>
  );
}

function focusToolbar(toolbar: HTMLElement | null): void {
  toolbar?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus();
}
