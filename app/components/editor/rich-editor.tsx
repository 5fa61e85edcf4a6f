import { useCallback, useEffect, useRef, useState } from "react";
import { contentSchemaSpec } from "~/content/schema";
import { ChosenBar } from "./chosen-bar";
import { ClashLayer } from "./clash-layer";
import type { EditorProps } from "./editor-props";
import { editorExtensions } from "./extensions";
import { KeptTexts } from "./kept-texts";
import { fetchDialogs, LaterDialog } from "./later-dialog";
import { Notices } from "./notices";
import { SaveStatus } from "./save-status";
import { SignInLayer } from "./sign-in-layer";
import { SuggestionList } from "./suggestion-list";
import { Suggestions } from "./suggestions";
import { Toolbar } from "./toolbar";
import type { DialogName } from "./tools";
import { useTextEditor } from "./use-text-editor";
import { useWriting } from "./use-writing";

/** The editor itself; only `PageEditor` imports it, and only in a browser. */
export function RichEditor(props: EditorProps) {
  const toolbar = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [contentError, setContentError] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [size, setSize] = useState<string | null>(null);
  const [suggestions] = useState(() => new Suggestions());
  const { editor, paper } = useTextEditor(() => ({
    injectCSS: false,
    extensions: editorExtensions({
      goToToolbar: () => focusToolbar(toolbar.current),
      openDialog: setDialog,
      onSize: setSize,
      say: setSaid,
      suggestions,
      hasPeople: props.people.length > 0,
      kind: props.kind,
    }),
    schemaSpec: contentSchemaSpec,
    content: props.body,
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
  }));
  const writing = useWriting(contentError ? null : editor, props);
  const closeDialog = useCallback(() => {
    setDialog(null);
    editor?.commands.focus();
  }, [editor]);
  useEffect(() => {
    // What writing may need is there before the network goes.
    const fetchOnce = () => {
      editor?.off("update", fetchOnce);
      void fetchDialogs();
      void import("./paste/clean-html").catch(() => undefined);
    };
    editor?.on("update", fetchOnce);
  }, [editor]);

  return (
    <div className="page-editor">
      <div className="editor-head">
        {editor ? (
          <Toolbar ref={toolbar} editor={editor} onDialog={setDialog} />
        ) : (
          <div className="editor-tools" aria-hidden="true" />
        )}
        <SaveStatus writing={writing} {...props} />
        {editor ? <ChosenBar editor={editor} onDialog={setDialog} /> : null}
        <ClashLayer writing={writing} {...props} />
        <SignInLayer writing={writing} {...props} />
        <Notices said={said} size={size} onClose={() => setSaid(null)} />
        {contentError ? (
          <p className="editor-trouble" role="alert">
            This page holds something that this editor cannot show. Nothing was
            changed; tell the desk.
          </p>
        ) : null}
      </div>
      <KeptTexts writing={writing} {...props} />
      <div className="editor-paper" ref={paper} />
      <p id="editor-keys" className="editor-keys">
        <kbd>/</kbd> in an empty line puts in a block, <kbd>#</kbd> a gene.{" "}
        <kbd>Alt</kbd>+<kbd>F10</kbd> goes to the tools. <kbd>Esc</kbd>, then{" "}
        <kbd>Tab</kbd> leaves the text. <kbd>Ctrl</kbd>+<kbd>Enter</kbd> starts
        a paragraph after a block.
      </p>
      {editor ? (
        <SuggestionList
          editor={editor}
          suggestions={suggestions}
          genesUrl={props.genesUrl}
          people={props.people}
          onDialog={setDialog}
        />
      ) : null}
      {editor && dialog ? (
        <LaterDialog
          key={dialog}
          name={dialog}
          editor={editor}
          genesUrl={props.genesUrl}
          figuresUrl={props.figuresUrl}
          componentsUrl={props.componentsUrl}
          onClose={closeDialog}
          onFail={() => {
            closeDialog();
            setSaid(
              "This tool did not arrive. Try again when you are connected.",
            );
          }}
        />
      ) : null}
    </div>
  );
}

function focusToolbar(toolbar: HTMLElement | null): void {
  toolbar?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus();
}
