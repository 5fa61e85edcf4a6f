import type { Editor } from "@tiptap/core";
import { forwardRef, useMemo } from "react";
import { editorPlace } from "./editor-place";
import { LinkIcon, TableIcon } from "./icons";
import { styleChoices, styleName } from "./style-choices";
import { ToolButton } from "./tool-button";
import { ToolMenu } from "./tool-menu";
import {
  historyTools,
  listTools,
  markTools,
  type DialogName,
  type Tool,
} from "./tools";
import { useEditorState } from "./use-editor-state";
import { useRoving } from "./use-roving";
import type { WritingTools } from "./tool-shed";

type Props = {
  editor: Editor;
  tools: WritingTools | null;
  hasFigures: boolean;
  onDialog: (dialog: DialogName) => void;
};

/**
 * One stop of the Tab key: arrows, Home and End go from tool to tool, Esc back
 * to the text. Every tool has a name, and its keys where it has any.
 */
export const Toolbar = forwardRef<HTMLDivElement, Props>(function Toolbar(
  { editor, tools, hasFigures, onDialog },
  ref,
) {
  const roving = useRoving("style", () => editor.commands.focus());
  const dialogTools = useMemo(() => dialogToolsOf(onDialog), [onDialog]);
  const style = useEditorState(editor, styleName);
  const buttons = (tools: Tool[]) =>
    tools.map((tool) => (
      <ToolButton
        key={tool.name}
        tool={tool}
        editor={editor}
        tabIndex={roving.tabIndexOf(tool.name)}
      />
    ));
  const menuProps = { editor, tools, tabIndexOf: roving.tabIndexOf };
  return (
    <div
      ref={ref}
      className="editor-tools"
      role="toolbar"
      aria-label="Text tools"
      aria-controls="page-text"
      {...roving.handlers}
    >
      <ToolMenu
        {...menuProps}
        name="style"
        label={`Style: ${style}`}
        shown={style}
        choicesOf={() => styleChoices}
      />
      <span className="tool-group">{buttons(markTools)}</span>
      <span className="tool-group">{buttons(listTools)}</span>
      <span className="tool-group">
        {dialogTools.map((tool) => (
          <ToolButton
            key={tool.name}
            tool={tool}
            editor={editor}
            tabIndex={roving.tabIndexOf(tool.name)}
          />
        ))}
      </span>
      <span className="tool-group">
        <ToolMenu
          {...menuProps}
          name="table"
          label="Table"
          Icon={TableIcon}
          choicesOf={(them) => them.tableChoices(onDialog)}
        />
        <ToolMenu
          {...menuProps}
          name="block"
          label="Block"
          choicesOf={(them) => them.blockChoices}
        />
        <ToolMenu
          {...menuProps}
          name="insert"
          label="Insert"
          choicesOf={(them) => them.insertMenu(onDialog, hasFigures)}
        />
      </span>
      <span className="tool-group">{buttons(historyTools)}</span>
    </div>
  );
});

function dialogToolsOf(onDialog: (dialog: DialogName) => void): Tool[] {
  return [
    {
      name: "link",
      label: "Link",
      keys: "Ctrl+K",
      Icon: LinkIcon,
      run: () => onDialog("link"),
      isOn: (editor) => editor.isActive("link"),
    },
    {
      name: "citation",
      label: "Cite",
      run: () => onDialog("citation"),
      isOn: (editor) => editor.isActive("citation"),
    },
    {
      name: "gene",
      label: "Gene",
      run: () => onDialog("gene"),
      isOn: (editor) => editor.isActive("gene"),
    },
    ...(document.getElementById(editorPlace.commentDesk)
      ? [
          {
            name: "comment",
            label: "Comment",
            keys: "Ctrl+Alt+M",
            run: () => onDialog("comment"),
          },
        ]
      : []),
  ];
}
