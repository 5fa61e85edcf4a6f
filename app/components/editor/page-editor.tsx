import { DataScript } from "../data-script";
import { editorPlace } from "./editor-place";
import { boxClass, type PageEditorProps } from "./editor-props";
import "./editor.css";

/**
 * The place of the editor in a screen: the rendered text in the same box, so
 * that nothing jumps, and what the editor will need. The screen's route says
 * `handle = { editor: true }`; the entry script then puts the editor here and
 * no other screen carries it.
 */
export function PageEditor(props: PageEditorProps) {
  const { initialHtml, ...needed } = props;
  return (
    <>
      <div id={editorPlace.box}>
        <div className={boxClass(props)}>
          <div className="editor-head">
            <div className="editor-tools" aria-hidden="true" />
            <p className="save-line">Getting the editor…</p>
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
            dangerouslySetInnerHTML={{ __html: initialHtml }}
          />
        </div>
      </div>
      <DataScript id={editorPlace.props} data={needed} />
    </>
  );
}
