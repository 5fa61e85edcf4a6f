import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { contentSchemaSpec } from "~/content/schema";
import { boxClass, type EditorProps } from "./editor-props";
import { editorExtensions } from "./extensions";
import { fetchDialogs, LaterDialog } from "./later-dialog";
import { LaterList } from "./later-list";
import { Notices } from "./notices";
import { SaveStatus } from "./save-status";
import { Suggestions } from "./suggestions";
import { Toolbar } from "./toolbar";
import { ToolShed } from "./tool-shed";
import type { DialogName } from "./tools";
import { useLayers } from "./use-layers";
import { useTextEditor } from "./use-text-editor";
import { useWriting } from "./use-writing";

/** The editor itself; only `PageEditor` imports it, and only in a browser. */
export function RichEditor(props: EditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [contentError, setContentError] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [size, setSize] = useState<string | null>(null);
  const [suggestions] = useState(() => new Suggestions());
  const hasFigures = props.figuresUrl !== null;
  const hasPeople = props.people.length > 0;
  const [shed] = useState(
    () =>
      new ToolShed((them, to) => {
        const doings = { suggestions, hasPeople, say: setSaid };
        them.addWritingPlugins(to, { ...doings, onSize: setSize });
      }),
  );
  const tools = useSyncExternalStore(
    useCallback((listener) => shed.subscribe(listener), [shed]),
    () => shed.tools,
  );
  const { editor, paper } = useTextEditor(() => ({
    injectCSS: false,
    extensions: editorExtensions({
      goToToolbar: () => focusToolbar(toolbar.current),
      openDialog: setDialog,
      shed,
      say: setSaid,
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
  const layers = useLayers(editor, writing);
  const closeDialog = useCallback(() => {
    setDialog(null);
    editor?.commands.focus();
  }, [editor]);
  useLayoutEffect(() => {
    if (editor === null || box.current === null) return;
    // What writing may need is there before the network goes.
    const fetchOnce = () => {
      editor.off("update", fetchOnce);
      void fetchDialogs();
    };
    editor.on("update", fetchOnce);
    return shed.serve(editor, box.current);
  }, [editor, shed]);

  return (
    <div className={boxClass(props)} ref={box}>
      <div className="editor-head">
        {editor ? (
          <Toolbar
            ref={toolbar}
            editor={editor}
            tools={tools}
            hasFigures={hasFigures}
            onDialog={setDialog}
          />
        ) : (
          <div className="editor-tools" aria-hidden="true" />
        )}
        <SaveStatus writing={writing} {...props} />
        {editor && tools ? (
          <tools.ChosenBar editor={editor} onDialog={setDialog} />
        ) : null}
        {layers ? (
          <>
            <layers.ClashLayer writing={writing} {...props} />
            <layers.SignInLayer writing={writing} {...props} />
          </>
        ) : null}
        <Notices said={said} size={size} onClose={() => setSaid(null)} />
        {contentError ? (
          <p className="editor-trouble" role="alert">
            This page holds something that this editor cannot show. Nothing was
            changed; tell the desk.
          </p>
        ) : null}
      </div>
      {layers ? <layers.KeptTexts writing={writing} {...props} /> : null}
      <div className="editor-paper" ref={paper} />
      {editor ? (
        <LaterList
          {...props}
          editor={editor}
          writing={writing}
          say={setSaid}
          isNear={tools !== null}
        />
      ) : null}
      <p id="editor-keys" className="editor-keys">
        <kbd>/</kbd> in an empty line puts in a block, <kbd>#</kbd> a gene.{" "}
        <kbd>Alt</kbd>+<kbd>F10</kbd> goes to the tools. <kbd>Esc</kbd>, then{" "}
        <kbd>Tab</kbd> leaves the text. <kbd>Ctrl</kbd>+<kbd>Enter</kbd> starts
        a paragraph after a block.
      </p>
      {editor && tools ? (
        <tools.SuggestionList
          {...props}
          editor={editor}
          suggestions={suggestions}
          hasFigures={hasFigures}
          onDialog={setDialog}
        />
      ) : null}
      {editor && dialog ? (
        <LaterDialog
          {...props}
          key={dialog}
          name={dialog}
          editor={editor}
          writing={writing}
          say={setSaid}
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
