import { useEffect, useState, type ComponentType } from "react";
import type { PageEditorProps } from "./editor-props";
import "./editor.css";

export type { PageEditorProps } from "./editor-props";

type State =
  | { is: "coming" }
  | { is: "here"; Editor: ComponentType<PageEditorProps> }
  | { is: "failed" };

/**
 * The editor of a page's text. Until its script has come, and on the server,
 * the same box shows the rendered text, so that nothing jumps. Tiptap is
 * loaded from here only, by a dynamic import: no other screen carries it.
 */
export function PageEditor(props: PageEditorProps) {
  const [state, setState] = useState<State>({ is: "coming" });
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let isWanted = true;
    import("./rich-editor").then(
      ({ RichEditor }) => {
        if (isWanted) setState({ is: "here", Editor: RichEditor });
      },
      () => {
        if (isWanted) setState({ is: "failed" });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [tries]);

  if (state.is === "here") return <state.Editor {...props} />;
  return (
    <div className="page-editor">
      <div className="editor-head">
        <div className="editor-tools" aria-hidden="true" />
        <p className="save-line">
          {state.is === "failed" ? (
            <>
              The editor did not arrive.{" "}
              <button
                type="button"
                className="button button-small"
                onClick={() => setTries(tries + 1)}
              >
                Try again
              </button>
            </>
          ) : (
            "Getting the editor…"
          )}
        </p>
        <noscript>
          <p className="editor-trouble">
            Writing needs JavaScript. Everything else on this desk works
            without.
          </p>
        </noscript>
      </div>
      <div
        className="editor-paper"
        // Our own renderer made this from checked content.
        dangerouslySetInnerHTML={{ __html: props.initialHtml }}
      />
    </div>
  );
}
